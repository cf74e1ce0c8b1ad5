import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Procedures } from '#machines/kit/law/procedures.js';
import type { Regulation } from '#machines/kit/law/regulation.js';
import { regulations as known } from '#machines/regulations.js';
import type { Clauses } from '#src/cases/clauses.js';
import { loadConfig, type AppConfig } from '#src/config.js';
import { createApp } from '#src/http/create-app.js';
import { freshDatabase } from './fresh-database.js';

export interface RunningApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly config: AppConfig;
  close(): Promise<void>;
}

/** The build writes the clause table. Sources work it out, and only for a test that asks for it. */
const clausesOf =
  (regulations: readonly Regulation[]): Clauses =>
  async () => {
    // The imports come one after the other, because Jest fails when two imports link the same modules at once.
    const { proofs } = await import('#machines/proof/all.js');
    const { clauseTable } = await import('#machines/proof/clause-table.js');
    const { lendingProof } = await import('./lending/proof.js');
    return [...proofs, lendingProof].filter(({ regulation }) => regulations.includes(regulation)).flatMap(clauseTable);
  };

/**
 * Starts the real program on a free port, with the regulations it knows or the given ones. Without `databaseUrl` it
 * gets a fresh database, which `close` drops.
 */
export async function startApp(
  overrides: Partial<AppConfig> = {},
  regulations: readonly Regulation[] = known,
): Promise<RunningApp> {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-app-'));
  const database = overrides.databaseUrl ? undefined : await freshDatabase();
  const defaults = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    DEMO_DIRECTORY: 'true',
  });
  const config = { ...defaults, databaseUrl: database?.url ?? '', ...overrides };
  const app = await createApp(config, new Procedures(regulations), clausesOf(regulations));
  await app.listen(config.port, config.host);
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    app,
    config,
    async close() {
      await app.close();
      await database?.drop();
      await fs.rm(dataDir, { recursive: true, force: true });
    },
  };
}
