import path from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.js';

export class ConfigError extends StartError {}

export interface Config {
  /** If absent, the embedded PostgreSQL is used. */
  readonly databaseUrl?: string;
  /** If absent, BullMQ runs on PostgreSQL. */
  readonly redisUrl?: string;
  readonly role: 'api' | 'worker' | 'all';
  readonly host: string;
  /** With 0 the system chooses. */
  readonly port: number;
  readonly dataDir: string;
  readonly documentsDir: string;
  readonly maxUploadBytes: number;
  readonly clock: 'system' | 'simulated' | 'fast';
  /** The first day of a fast or simulated clock, `YYYY-MM-DD`. */
  readonly clockStart?: string;
  /** How many seconds of a fast clock pass in a second. */
  readonly clockRate?: number;
  readonly demoDirectory: boolean;
  readonly authSecret?: string;
  readonly nodeEnv: 'development' | 'production' | 'test';
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  readonly sweepSeconds: number;
  /** If absent, no e-mail is sent. */
  readonly smtpUrl?: string;
  /** The sender of every e-mail. Present if `smtpUrl` is. */
  readonly mailFrom?: string;
  /** The address at which people open the program, without a slash at the end. If absent, messages carry no links. */
  readonly publicUrl?: string;
}

/** The configuration of the running program: the database is known, given or embedded. */
export type AppConfig = Config & { readonly databaseUrl: string };

/** Nest injection token of the AppConfig. */
export const CONFIG = Symbol('CONFIG');

const DEFAULT_CLOCK_START = '2025-01-01';
/** A day in two minutes. */
const DEFAULT_CLOCK_RATE = '720';
const MEGABYTE = 1024 * 1024;

function oneOf<const T extends [string, ...string[]]>(...values: T) {
  return z.enum(values, `只能是 ${values.join('、')} 之一`);
}

function integer(min: number, max: number) {
  const says = `要写 ${min} 到 ${max} 之间的整数`;
  return z.string().regex(/^\d+$/, says).transform(Number).pipe(z.number(says).int(says).min(min, says).max(max, says));
}

function url(...protocols: string[]) {
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      // The checks after this one read the address.
      { error: `要写 ${protocols.map((protocol) => `${protocol}//`).join(' 或 ')} 开头的完整地址`, abort: true },
    )
    .refine((text) => decodable(text), '里面的 % 要写成 %25');
}

function decodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const environment = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:')
    .refine((text) => /^\/?\d*$/.test(new URL(text).pathname), '最后只能是数据库的编号，如 redis://127.0.0.1:6379/0')
    .optional(),
  ROLE: oneOf('all', 'api', 'worker').default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer(0, 65535).default(3000),
  DATA_DIR: z.string().default('.data'),
  DOCUMENTS_DIR: z.string().optional(),
  MAX_UPLOAD_BYTES: integer(1024, 2048 * MEGABYTE).default(100 * MEGABYTE),
  CLOCK: oneOf('system', 'simulated', 'fast').default('system'),
  CLOCK_START: z.iso.date('要写真实存在的日期，如 2025-01-01').default(DEFAULT_CLOCK_START),
  CLOCK_RATE: z.string().default(DEFAULT_CLOCK_RATE).pipe(integer(1, 10_000_000)),
  DEMO_DIRECTORY: oneOf('true', 'false').optional(),
  AUTH_SECRET: z.string().min(32, '至少要 32 个字符').optional(),
  NODE_ENV: oneOf('development', 'production', 'test').default('development'),
  LOG_LEVEL: oneOf('error', 'warn', 'info', 'debug').default('info'),
  SWEEP_SECONDS: integer(1, 3600).default(30),
  SMTP_URL: url('smtp:', 'smtps:')
    .refine((text) => new URL(text).hostname !== '', '要写邮件服务器的名称')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/, '要写邮箱地址，如 闭环 <bihuan@example.gov.cn>')
    .optional(),
  // Paths are put behind it.
  PUBLIC_URL: url('http:', 'https:')
    .refine((text) => !/[?#@]/.test(text), '后面不能带 ? 或 #，里面不能带账号')
    .optional(),
});

const SECRET = new Set(['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'SMTP_URL']);

/** Reads the environment once. Nothing else in the program reads it. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const shown = SECRET.has(name) ? '' : `“${given[name]}”`;
    throw new ConfigError(`环境变量 ${name} 的值${shown}不对：${issue?.message}。`);
  }
  const value = parsed.data;
  if (value.CLOCK !== 'system' && value.NODE_ENV === 'production') {
    throw new ConfigError(`环境变量 CLOCK 不能是 ${value.CLOCK}：NODE_ENV=production 时只用真实时钟。`);
  }
  if ((value.SMTP_URL === undefined) !== (value.MAIL_FROM === undefined)) {
    throw new ConfigError('环境变量 SMTP_URL 和 MAIL_FROM 要么都写，要么都不写：前者是邮件服务器，后者是发件地址。');
  }
  const dataDir = path.resolve(value.DATA_DIR);
  return Object.freeze({
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    role: value.ROLE,
    host: value.HOST,
    port: value.PORT,
    dataDir,
    documentsDir: value.DOCUMENTS_DIR ? path.resolve(value.DOCUMENTS_DIR) : path.join(dataDir, 'documents'),
    maxUploadBytes: value.MAX_UPLOAD_BYTES,
    clock: value.CLOCK,
    clockStart: value.CLOCK === 'system' ? undefined : value.CLOCK_START,
    clockRate: value.CLOCK === 'fast' ? value.CLOCK_RATE : undefined,
    // Anybody can guess the passwords of the demo accounts. They belong only where the whole database is a
    // demonstration.
    demoDirectory: value.DEMO_DIRECTORY ? value.DEMO_DIRECTORY === 'true' : value.DATABASE_URL === undefined,
    authSecret: value.AUTH_SECRET,
    nodeEnv: value.NODE_ENV,
    logLevel: value.LOG_LEVEL,
    sweepSeconds: value.SWEEP_SECONDS,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/, ''),
  });
}

export function withDatabase(config: Config, databaseUrl: string): AppConfig {
  return Object.freeze({ ...config, databaseUrl });
}
