import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Config } from '../config.js';

const ACCOUNTS_A_LINE = 6;

/** What the start has found, which may differ from what the configuration asked for. */
export interface Opened {
  /** Absent where no page is served. */
  readonly address?: string;
  /** Where the embedded PostgreSQL keeps its data. Absent with an external one. */
  readonly dataFolder?: string;
  /** By the clock that the cases go by. A database that was used before goes on from its own instant. */
  readonly now: IsoInstant;
  readonly rate: number;
  /** Further lines, such as the demo accounts. */
  readonly lines: readonly string[];
}

/** Returns what the terminal shows once everything answers. */
export function banner(config: Config, { address, dataFolder, lines, ...time }: Opened): string {
  const where = address ? `闭环已就绪：${address}` : '闭环已就绪：只处理后台任务，不提供网页';
  const database = dataFolder ? `内置 PostgreSQL（数据在 ${dataFolder}）` : '外部 PostgreSQL';
  const papers = config.role === 'worker' ? '' : `；材料在 ${config.documentsDir}`;
  const queue = config.redisUrl ? 'Redis' : 'PostgreSQL';
  const mail = config.smtpUrl ? `邮件：从 ${config.mailFrom} 发出` : '邮件：未设置 SMTP_URL，不发邮件';
  const links = config.publicUrl ? `链接指向 ${config.publicUrl}` : '未设置 PUBLIC_URL，外发消息不带链接';
  return [
    where,
    `数据库：${database}；队列：${queue}${papers}${clockLine(config, time)}`,
    `${mail}；${links}`,
    ...lines,
  ].join('\n');
}

function clockLine({ clock, clockStart, clockRate }: Config, { now, rate }: Pick<Opened, 'now' | 'rate'>): string {
  if (clock === 'system') return '';
  const at = now.slice(0, 16).replace('T', ' ');
  if (clock === 'fast')
    return `；快速时钟，现在是 ${at}，快 ${rate} 倍${rate === clockRate ? '' : '（接着数据库里的时钟走，CLOCK_RATE 不起作用）'}`;
  return `；模拟时钟，现在是 ${at}${dayOf(now) === clockStart ? '' : '（接着数据库里的时刻，CLOCK_START 不起作用）'}`;
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
