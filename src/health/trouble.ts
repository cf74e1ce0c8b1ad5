/** What a server or disk that we depend on refuses for its own state, not for what was asked. */
export interface Trouble {
  readonly kind:
    | 'unreachable'
    | 'busy'
    | 'too-many-connections'
    | 'no-access'
    | 'read-only'
    | 'full'
    | 'exhausted'
    | 'damaged'
    | 'folder'
    | 'machine'
    | 'queue';
  /** What it means for the person who asked: one sentence. */
  readonly detail: string;
  /** What whoever runs the program has to do. */
  readonly advice: string;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number;
}

const SOON = 5;
/** Somebody has to do something first. */
const LATER = 30;

const trouble = (kind: Trouble['kind'], detail: string, advice: string, retryAfter = LATER): Trouble => ({
  kind,
  detail,
  advice,
  retryAfter,
});

const UNREACHABLE = trouble(
  'unreachable',
  '数据库暂时连接不上，请稍后再试。',
  '请检查数据库服务和网络；恢复后程序自己继续。',
  SOON,
);
const BUSY = trouble(
  'busy',
  '数据库正忙，没有办成，请稍后再试。',
  '如果反复出现，请查看数据库里互相等待的事务。',
  SOON,
);
const DATABASE_FULL = trouble(
  'full',
  '数据库所在的磁盘已满，暂时不能办理，请稍后再试。',
  '数据库所在的磁盘已满，请腾出空间；腾出后程序自己继续。',
);
const READ_ONLY = trouble(
  'read-only',
  '数据库暂时只读，不能办理，请稍后再试。',
  '数据库只读：请检查 DATABASE_URL 是否指向备库，或者是否设了 default_transaction_read_only。',
);
const DAMAGED = trouble(
  'damaged',
  '数据库的磁盘读写出错，暂时不能办理，请告诉管理员。',
  '数据库报告磁盘读写出错或者数据损坏：请马上查看它的日志和磁盘，必要时从备份恢复。',
);

/** By SQLSTATE. The first that matches counts; a class is two characters. */
const STATES: readonly (readonly [pattern: RegExp, trouble: Trouble])[] = [
  [/^(08...|57P0[12345]|25P0[34])$/, UNREACHABLE],
  [
    /^53300$/,
    trouble(
      'too-many-connections',
      '数据库的连接暂时用完了，请稍后再试。',
      '数据库的连接数已满：请加大 max_connections，或者减少连在它上面的进程。',
      SOON,
    ),
  ],
  [/^53100$/, DATABASE_FULL],
  [
    /^53...$/,
    trouble(
      'exhausted',
      '数据库的内存或者其他资源不够，暂时不能办理，请稍后再试。',
      '数据库的内存或者其他资源用完了，请查看它的日志和配置。',
    ),
  ],
  [/^25006$/, READ_ONLY],
  [/^(58...|XX00[12])$/, DAMAGED],
  [
    /^(28...|3D000)$/,
    trouble(
      'no-access',
      '数据库暂时不让程序进入，请告诉管理员。',
      '数据库拒绝了 DATABASE_URL 中的用户名或口令，或者没有这个数据库：请检查是否有人更改过。',
    ),
  ],
  [/^(40001|40P01|55P03|57014)$/, BUSY],
];

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;

/** By errno, for files. The program opens no others than documents while it answers requests. */
const FILES: readonly (readonly [pattern: RegExp, trouble: Trouble])[] = [
  [
    /^(ENOSPC|EDQUOT)$/,
    trouble(
      'folder',
      '存放材料的磁盘已满，暂时不能上传，请稍后再试。',
      'DOCUMENTS_DIR 所在的磁盘已满或者超过配额，请腾出空间；腾出后程序自己继续。',
    ),
  ],
  [
    /^(EROFS|EACCES|EPERM)$/,
    trouble(
      'folder',
      '存放材料的文件夹暂时不能写入，请告诉管理员。',
      'DOCUMENTS_DIR 只读，或者程序没有权限，请检查挂载和权限。',
    ),
  ],
  [
    /^(EIO|ENXIO|ENODEV|ESTALE|ENOTCONN|ENOENT|ENOTDIR|ELOOP|EBUSY)$/,
    trouble(
      'folder',
      '存放材料的文件夹暂时读写不了，请告诉管理员。',
      'DOCUMENTS_DIR 读写出错或者文件不在了，请检查磁盘和挂载，必要时从备份恢复。',
    ),
  ],
];

/** Node gives no path where it writes to a file that is open. */
const ON_WRITING = /^(ENOSPC|EDQUOT|EIO)$/;

const MACHINE = trouble(
  'machine',
  '服务器的资源暂时不够，请稍后再试。',
  '本机的内存、进程或者打开的文件用完了，请查看系统的限额(ulimit)和内存。',
);
const OUT_OF = /^(EMFILE|ENFILE|ENOMEM|EAGAIN)$/;

/** How an answer of Redis begins that says what is wrong with Redis itself. A script's answer has it further on. */
const QUEUE: readonly (readonly [words: string, advice: string])[] = [
  ['READONLY|MASTERDOWN', '队列的 Redis 只读：请检查 REDIS_URL 是否指向副本。'],
  ['OOM', '队列的 Redis 内存已满(maxmemory)：请加大，并把 maxmemory-policy 设为 noeviction。'],
  ['MISCONF', '队列的 Redis 存不了盘(MISCONF)：请检查它的磁盘。'],
  ['LOADING', '队列的 Redis 正在载入数据，请等它完成。'],
  ['NOAUTH|WRONGPASS|NOPERM', '队列的 Redis 拒绝了 REDIS_URL 中的用户名或口令。'],
  ['CLUSTERDOWN|TRYAGAIN|NOREPLICAS|BUSY', '队列的 Redis 暂时不能写入，请查看它的日志。'],
  [
    "Connection is closed|Stream isn't writeable|Reached the max retries per request|Command timed out",
    '连接不上队列的 Redis，请检查它的服务和网络。',
  ],
];

/** pg, its pool and TypeORM give these errors no code. The last two come from requests while the process stops. */
const LOST_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|Driver not Connected)/;

const DEEPEST = 4;

/**
 * Tells what state of a server or disk an error speaks of; undefined if it speaks of none, which means that it is a
 * fault of ours. It looks through the wrappers of TypeORM and Node.
 */
export function troubleOf(error: unknown, depth = 0): Trouble | undefined {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return undefined;
  const { code, message, syscall, path, cause, driverError, errors } = error as Record<string, unknown>;
  const own =
    (typeof code === 'string' ? byCode(code, syscall === 'connect', typeof path === 'string') : undefined) ??
    (typeof message === 'string' ? byMessage(message) : undefined);
  if (own) return own;
  const inner = [cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  for (const one of inner) {
    const found = troubleOf(one, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function byCode(code: string, isOfConnection: boolean, isOfFile: boolean): Trouble | undefined {
  const find = (list: typeof STATES): Trouble | undefined => list.find(([pattern]) => pattern.test(code))?.[1];
  if (isOfConnection || NETWORK.test(code)) return UNREACHABLE;
  if (OUT_OF.test(code)) return MACHINE;
  if (/^E[A-Z]/.test(code)) return isOfFile || ON_WRITING.test(code) ? find(FILES) : undefined;
  return find(STATES);
}

function byMessage(message: string): Trouble | undefined {
  if (LOST_MESSAGE.test(message)) return UNREACHABLE;
  const advice = QUEUE.find(([words]) => new RegExp(`^(ERR .*-)?(${words})\\b`).test(message))?.[1];
  return advice === undefined ? undefined : trouble('queue', '后台队列暂时不可用，请稍后再试。', advice, SOON);
}

/** Writes an error for the log: what happened, and what to do about it where that is known. */
export function told(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  const said = typeof message === 'string' ? message : String(error);
  const advice = troubleOf(error)?.advice;
  return advice === undefined ? said : `${said}；${advice}`;
}

/** Tells whether a server or disk refuses for its own state, and will go on to refuse until that has changed. */
export function standsStill(error: unknown): boolean {
  const found = troubleOf(error);
  return found !== undefined && found.kind !== 'busy';
}

/** For work that goes on after a failure of one thing: stops at what will fail all of them. */
export function orStop(error: unknown): void {
  if (standsStill(error)) throw error;
}
