import { describe, expect, it } from '@jest/globals';
import { cuttableProxy } from './support/cuttable-proxy.js';
import { freshDatabase } from './support/fresh-database.js';
import { startApp } from './support/start-app.js';

describe('while the database cannot be reached', () => {
  it('the program stays alive, answers 503, and works again without a restart', async () => {
    const database = await freshDatabase();
    const proxy = await cuttableProxy(database.url);
    const { url, close } = await startApp({ databaseUrl: proxy.url });
    const ready = () => fetch(`${url}/health/ready`);
    expect((await ready()).status).toBe(200);

    await proxy.cut();
    const away = await ready();
    expect(away.status).toBe(503);
    expect(away.headers.get('content-type')).toContain('application/problem+json');
    expect(away.headers.get('retry-after')).toBe('5');
    expect(await away.json()).toMatchObject({ code: 'unavailable', checks: { database: 'failed' } });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);

    await proxy.restore();
    expect((await ready()).status).toBe(200);

    await close();
    await proxy.cut();
    await database.drop();
  }, 30_000);
});
