import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.js';
import {
  initialise,
  readPassword,
  runningPort,
  startServer,
  stopServer,
  SUPERUSER,
  type ServerSettings,
} from './cluster.js';
import { place, type Placement } from './placement.js';

export interface EmbeddedPostgres {
  /** The address of the application's database, as its owner, who is no superuser. */
  readonly url: string;
  readonly superuserUrl: string;
  /** The server was still running from a program that did not end properly. */
  readonly reused: boolean;
  /** The folder of its data, password and log. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions extends Partial<ServerSettings> {
  readonly dataDir: string;
}

const DATABASE = 'bihuan';
/** The lock of the program that uses the server. A killed program loses it together with its connection. */
const IN_USE = 0x62696875;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_SECONDS = 6;

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const settings = { durable: options.durable ?? true, maxConnections: options.maxConnections ?? 100 };
  const placement = await place(options.dataDir);
  await initialise(placement, settings.durable);
  const password = await readPassword(placement.folder);
  const { client, port, reused } = await connect(placement, settings, password);
  await claim(client, options.dataDir);
  await prepareDatabase(client, password);
  const url = (user: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: url(DATABASE, DATABASE),
    superuserUrl: url(SUPERUSER, 'postgres'),
    reused,
    folder: placement.folder,
    async stop() {
      if (await runningPort(placement.folder)) await stopServer(placement, STOP_WITHIN_SECONDS);
    },
  };
}

/**
 * Joins the server that runs on this folder or starts it. Both may be needed in turn while another program starts or
 * stops.
 */
async function connect(placement: Placement, settings: ServerSettings, password: string) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let last: unknown;
  while (Date.now() < deadline) {
    const running = await runningPort(placement.folder);
    try {
      const port = running ?? (await startServer(placement, settings));
      return { client: await open(port, password), port, reused: running !== undefined };
    } catch (error) {
      if (isWrongPassword(error)) break;
      last = error;
      await sleep(200);
      if (running === undefined && Date.now() > deadline - READY_WITHIN_MS + 5_000) break;
    }
  }
  throw new StartError(
    `内置 PostgreSQL 启动失败，原因见 ${placement.folder} 中的 server.log：${(last as Error | undefined)?.message ?? '口令不符'}`,
    { cause: last },
  );
}

async function open(port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  // The pool notices and reports that the server is gone. Here the error only must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function claim(client: pg.Client, dataDir: string): Promise<void> {
  // A program killed a moment ago may still hold the lock.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [IN_USE]);
    if (rows[0]?.ours) return;
    await sleep(200);
  }
  await client.end();
  throw new StartError(
    `另一个闭环程序正在使用数据文件夹 ${dataDir}。请先停止它，或用 DATA_DIR 换一个文件夹，或设置 DATABASE_URL 共用一个数据库。`,
  );
}

async function prepareDatabase(client: pg.Client, password: string): Promise<void> {
  const { rows: roles } = await client.query('select 1 from pg_roles where rolname = $1', [DATABASE]);
  if (roles.length === 0) {
    await client.query(`create role ${DATABASE} login createdb password ${client.escapeLiteral(password)}`);
  }
  const { rows: databases } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (databases.length === 0) await client.query(`create database ${DATABASE} owner ${DATABASE}`);
}

function isWrongPassword(error: unknown): boolean {
  return (error as { code?: string }).code === '28P01';
}
