import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dayOf, type IsoDate, type IsoInstant, addDays } from '#machines/kit/words/dates.js';
import { freePort } from '../servers/free-port.js';
import { Slot } from '../servers/slot.js';
import type { Matter } from './naive.js';

const READY_WITHIN_MS = 120_000;
const READER = 'supervisor';

interface Item extends Omit<Matter, 'case'> {
  case: { id: string };
}

/**
 * Reads the stuck list as the program shows it to a person who sees everything, page by page, on a day on which nothing
 * moves any more.
 */
export async function listedAfter(
  at: IsoInstant,
  { root, databaseUrl }: { root: string; databaseUrl: string },
): Promise<{ today: IsoDate; matters: Matter[]; seconds: number }> {
  const today = addDays(dayOf(at), 1);
  const port = await freePort();
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'bihuan-stuck-data-'));
  const env = {
    DATABASE_URL: databaseUrl,
    CLOCK: 'simulated',
    CLOCK_START: today,
    DATA_DIR: dataDir,
    DEMO_DIRECTORY: 'true',
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
    ROLE: 'api',
    PORT: `${port}`,
  };
  const api = new Slot({ root, name: 'api', env });
  api.start();
  try {
    await api.whenReady(READY_WITHIN_MS);
    const url = `http://127.0.0.1:${port}`;
    const token = await signedIn(url);
    const since = performance.now();
    const matters: Matter[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Item[]; nextCursor: string | null } = await asked(
        `${url}/api/v1/supervision/stuck?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
        token,
      );
      matters.push(
        ...page.items.map(({ case: { id }, kind, deadline, dueOn, since: from, workingDays }) => ({
          case: id,
          kind,
          deadline,
          dueOn,
          since: from,
          workingDays,
        })),
      );
      cursor = page.nextCursor;
    }
    return { today, matters, seconds: (performance.now() - since) / 1_000 };
  } finally {
    await api.end();
    await fs.rm(dataDir, { recursive: true, force: true });
  }
}

async function signedIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: READER, password: `demo-${READER}` }),
  });
  if (response.status >= 300) throw new Error(`login of ${READER}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { accessToken: string }).accessToken;
}

async function asked<T>(url: string, token: string): Promise<T> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
