import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';

const MANY = 64;
const times = <T>(n: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => make(i)));

describe('many requests at once', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
    await Promise.all([client.token('education'), client.token('data-bureau')]);
  });
  afterAll(() => app.close());

  const declared = async (): Promise<string> => {
    const { body } = await client.create('education', 'project', declarationOf('并发', 100_000_000));
    await client.upload('education', body.id, 'declarationForm');
    return body.id;
  };
  const history = async (id: string): Promise<{ type: string; seq: number }[]> =>
    (await client.get('education', `/api/v1/cases/${id}/history`)).body;

  it('64 equal events to one case: one transition, and 63 answers that it no longer applies', async () => {
    const id = await declared();
    const answers = await times(MANY, () => client.send('education', id, 'declare'));
    const statuses = answers.map((a) => a.status);
    expect(statuses.filter((s) => s === 200)).toHaveLength(1);
    expect(statuses.filter((s) => s === 409)).toHaveLength(MANY - 1);
    expect(answers.find((a) => a.status === 409)!.body.code).toBe('not-applicable');
    expect((await history(id)).filter((h) => h.type === 'declare')).toHaveLength(1);
  });

  it('two that expect the same seq: one wins, the other is stale and learns the present seq', async () => {
    const id = await declared();
    const send = (type: string) =>
      client.call('education', 'POST', `/api/v1/cases/${id}/events`, {
        type,
        data: type === 'withdraw' ? { reason: '合并' } : {},
        expectedSeq: 1,
      });
    const answers = await Promise.all([send('declare'), send('withdraw')]);
    const [won, lost] = [...answers].sort((a, b) => a.status - b.status);
    expect(won!.status).toBe(200);
    expect([lost!.status, lost!.body.code, lost!.body.seq]).toEqual([409, 'stale', 2]);
  });

  it('64 with one Idempotency-Key: 64 equal answers, one transition', async () => {
    const id = await declared();
    const answers = await times(MANY, () =>
      client.send('education', id, 'declare', {}, { 'idempotency-key': 'declare-once' }),
    );
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect((await history(id)).map((h) => h.seq)).toEqual([1, 2]);
  });

  it('64 creations with one key: one case', async () => {
    const answers = await times(MANY, () =>
      client.create('education', 'project', declarationOf('只登记一次', 1), { 'idempotency-key': 'create-once' }),
    );
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    const [{ n }] = await app.app
      .get(DataSource)
      .query(`select count(*)::int as n from cases where title = '只登记一次'`);
    expect(n).toBe(1);
  });

  it('a refusal is kept under its key, even when the reason is gone; another body under the key is recognised', async () => {
    const { body } = await client.create('education', 'project', declarationOf('缺表', 1));
    const key = { 'idempotency-key': 'too-early' };
    const first = await client.send('education', body.id, 'declare', {}, key);
    expect(first.status).toBe(422);
    await client.upload('education', body.id, 'declarationForm');
    expect((await client.send('education', body.id, 'declare', {}, key)).text).toBe(first.text);
    const other = await client.send('education', body.id, 'withdraw', { reason: '不同内容' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'key-reused']);
    expect((await client.send('health', body.id, 'declare', {}, key)).status).toBe(404);
  });

  it('one key for several cases at the same moment: one of them has it, the others are refused, and nobody gets an error', async () => {
    const cases = await times(8, declared);
    const answers = await Promise.all(
      cases.map((id) => client.send('education', id, 'declare', {}, { 'idempotency-key': 'for-all' })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(answers.filter((a) => a.status === 409).map((a) => a.body.code)).toEqual(Array(7).fill('key-reused'));
  });

  it('a refused creation under a key uses up no number', async () => {
    const before = await client.create('health', 'project', declarationOf('一', 1));
    for (let i = 0; i < 3; i++)
      expect(
        (
          await client.create('health', 'project', declarationOf('涉密', 1, { classified: true }), {
            'idempotency-key': `classified-${i}`,
          })
        ).status,
      ).toBe(422);
    const after = await client.create('health', 'project', declarationOf('二', 1));
    const numberOf = (a: { body: { number: string } }): number => Number(a.body.number.slice(-4));
    expect(numberOf(after) - numberOf(before)).toBe(1);
  });
});
