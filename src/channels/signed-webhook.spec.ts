import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hookServer, type HookServer } from '../../test/support/hook-server.js';
import type { Item } from './channel.js';
import { SignedWebhook } from './signed-webhook.js';

let hook: HookServer;
beforeAll(async () => {
  hook = await hookServer();
});
afterAll(() => hook.close());

it.each([
  [3, 3, 0],
  [100, 64, 36],
])('a webhook gets as many of %d lines as fit into 32 KB, and the number of the others', async (all, shown, more) => {
  const item: Item = {
    kind: '待办',
    title: '一',
    text: 'x'.repeat(370),
    case: { id: 'c', number: 'XM-1', title: '影像云', stateLabel: '审核' },
    dueOn: null,
    link: null,
  };
  await new SignedWebhook(true).send(
    { id: 'a', kind: 'digest', subject: '闭环', items: Array(all).fill(item), link: null, today: '2026-03-02' },
    { channel: 'webhook', address: `${hook.url}/`, secret: null },
  );
  const { json, body } = hook.hits.at(-1)!;
  expect([json.items.length, json.more]).toEqual([shown, more]);
  expect(Buffer.byteLength(body)).toBeLessThan(33 * 1024);
});
