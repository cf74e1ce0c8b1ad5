import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type RunningApp } from './support/start-app.js';

let running: RunningApp;
/** The body is read to its end: the server waits for answers under way before it closes. */
const get = async (path: string): Promise<Response> => {
  const answer = await fetch(new URL(path, running.url));
  return new Response(await answer.arrayBuffer(), answer);
};

beforeAll(async () => {
  running = await startApp();
}, 30_000);
afterAll(() => running.close());

describe('what an operator reads without logging in', () => {
  it('health', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/health/ready')).json()).toMatchObject({ status: 'ok', checks: { database: 'ok' } });
  });

  it('metrics, by route pattern and not by address', async () => {
    await get('/api/v1/cases/00000000-0000-4000-8000-000000000000');
    await get('/no/such/address');
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/cases\/:id",status="401"\} 1/,
    );
    expect(text).not.toContain('00000000-0000');
    expect(text).not.toContain('/no/such');
  });

  it('the page of the interface, with everything it loads', async () => {
    const page = await get('/api/docs');
    expect(page.status).toBe(200);
    const assets = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset]) => asset!);
    expect(assets.length).toBeGreaterThan(2);
    for (const asset of assets)
      expect([asset, (await get(new URL(asset, `${running.url}/api/docs`).pathname)).status]).toEqual([asset, 200]);
    expect((await get('/api/openapi.json')).status).toBe(200);
  });
});

describe('headers', () => {
  it('protect the page and never force HTTPS on an office network', async () => {
    const { headers } = await get('/health/live');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
