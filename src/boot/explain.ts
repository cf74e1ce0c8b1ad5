import { troubleOf } from '../health/trouble.js';
import { StartError } from '../start-error.js';

interface Coded {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
}

/** What PostgreSQL or its driver says when a connection opens. */
interface Refusal {
  readonly message?: string;
  readonly severity?: string;
}

/**
 * Returns one line for an error that ends the start. Returns nothing for a defect of ours, because the stack is needed
 * then.
 */
export function explainStartFailure(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  const { code, syscall, port, address, path } = error as Coded;
  if (syscall === 'listen') return explainListen(code, port, address);
  if (troubleOf(error)?.kind === 'folder')
    return `不能读写 ${path ?? '文件'}（${code}），请检查 DATA_DIR 和 DOCUMENTS_DIR 所在的磁盘、挂载和权限。`;
  return explainDatabase(error);
}

function explainListen(code: string | undefined, port = 0, address = ''): string {
  if (code === 'EADDRINUSE') return `端口 ${port} 已被别的程序占用。请先停止它，或用 PORT 换一个端口。`;
  if (code === 'EACCES') return `当前用户无权使用端口 ${port}。请用 PORT 换一个 1024 以上的端口。`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `本机没有地址 ${address}，请检查 HOST。`;
  return `无法在 ${address}:${port} 上提供服务（${code}）。`;
}

function explainDatabase(error: unknown): string | undefined {
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as Coded;
  if (code === '28P01' || code === '28000') return '数据库拒绝了 DATABASE_URL 中的用户名或口令。';
  if (code === '3D000') return 'DATABASE_URL 中的数据库不存在，请先创建它。';
  if (code === '42501') return 'DATABASE_URL 中的用户没有建表的权限，请让它成为这个数据库的所有者。';
  const { message, severity } = ((error as { driverError?: unknown }).driverError ?? error) as Refusal;
  if ((severity === 'FATAL' && /^(22|42)/.test(code ?? '')) || /SSL/.test(message ?? ''))
    return `数据库不接受 DATABASE_URL 中的设置，请检查问号以后的部分（${message}）。`;
  const trouble = troubleOf(error);
  const known = code ? `（${code}）` : '';
  if (trouble?.kind === 'unreachable') return `连接不上数据库，请检查 DATABASE_URL 和数据库服务${known}。`;
  return trouble && `现在不能启动${known}：${trouble.advice}`;
}
