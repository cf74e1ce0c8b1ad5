import type { Config } from '../config.js';

const ACCOUNTS_A_LINE = 6;

/** Returns what the terminal shows once everything answers. The caller gives further lines (the demo accounts). */
export function banner(config: Config, address: string | undefined, lines: readonly string[] = []): string {
  const where = address ? `闭环已就绪：${address}` : '闭环已就绪：只处理后台任务，不提供网页';
  const database = config.databaseUrl ? '外部 PostgreSQL' : `内置 PostgreSQL（数据在 ${config.dataDir}）`;
  const queue = config.redisUrl ? 'Redis' : 'PostgreSQL';
  const clock = {
    system: '',
    simulated: `；模拟时钟，从 ${config.clockStart} 开始`,
    fast: `；快速时钟，从 ${config.clockStart} 开始，快 ${config.clockRate} 倍`,
  }[config.clock];
  const mail = config.smtpUrl ? `邮件：从 ${config.mailFrom} 发出` : '邮件：未设置 SMTP_URL，不发邮件';
  const links = config.publicUrl ? `链接指向 ${config.publicUrl}` : '未设置 PUBLIC_URL，外发消息不带链接';
  return [where, `数据库：${database}；队列：${queue}${clock}`, `${mail}；${links}`, ...lines].join('\n');
}

/** Lists the accounts that anybody may try, a few to a line. */
export function accountLines(accounts: readonly { username: string }[]): string[] {
  const names = accounts.map(({ username }) => username);
  const lines: string[] = ['演示账号（口令是 demo- 加账号名，如 demo-admin）：'];
  for (let at = 0; at < names.length; at += ACCOUNTS_A_LINE)
    lines.push(`  ${names.slice(at, at + ACCOUNTS_A_LINE).join('  ')}`);
  return lines;
}

/** Returns the address a person types. A server that listens on every address is reached by name on its own machine. */
export function addressOf(url: string): string {
  return url.replace(/\/\/(127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/, '//localhost');
}
