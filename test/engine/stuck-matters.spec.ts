import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the server sends it
type Json = any;

const by = 'education';
const fen = wan(120);

/**
 * A project approved in February. Then finance does not provide the money, and the bureau does not publish the
 * approval.
 */
const approved: Story = {
  title: '资金迟迟不落实',
  clauses: ['3.2d'],
  by,
  on: '2025-01-06',
  declare: line.declarationOf('中考考务系统', fen),
  steps: [
    ...line.pooled(by, '2025-01-07'),
    ...line.cityFiled('2025-01-08'),
    ...line.planned(by, '2025-01-20', 2026),
    ...line.approvedInOneStep(by, '2025-02-10', fen),
  ],
};

describe('a case that waits for several', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: approved.on });
    client = new Client(app.url);
    id = await tellOverHttp(client, 'project', approved);
  });
  afterAll(() => app.close());

  const matters = async (query = ''): Promise<Json[]> =>
    (await client.get('supervisor', `/api/v1/supervision/stuck?limit=200${query}`)).body.items.filter(
      (i: Json) => i.case.id === id,
    );
  const told = (items: Json[]): string[] => items.map((i) => `${i.kind} ${i.chase.unit.id}`).sort();

  it('shows an office as idle although another one is late', async () => {
    await client.passTo('2025-06-02');
    expect(told(await matters())).toEqual(['idle finance', 'overdue data-bureau']);
    expect(told(await matters('&chased=finance'))).toEqual(['idle finance']);
  });

  it('does not show a late office as idle as well', async () => {
    await client.passTo('2026-06-01');
    expect(told(await matters('&chased=education'))).toEqual(['overdue education']);
    expect(told(await matters('&chased=finance'))).toEqual(['idle finance']);
  });

  it('says first by which step the person to be called ends the wait, and what it lacks', async () => {
    await client.send('finance', id, 'confirmFunds', { number: '青财〔2026〕1号', date: '2026-06-01', amountFen: fen });
    for (const { by: who, send, data } of line.contracted(by, '2026-06-01', fen).slice(1, 4))
      expect((await client.send(who!, id, send!, data)).text).toContain(id);
    await client.upload(by, id, 'contract');
    await client.passTo('2027-01-04');
    const [filing] = (await matters('&chased=education')).filter((i) => i.deadline === 'contractFiling');
    expect(filing.nextSteps[0]).toEqual({
      type: 'fileContract',
      label: '合同备案',
      allowed: false,
      missing: ['缺少软硬件报价清单'],
    });
    const [publication] = (await matters('&chased=data-bureau')).filter((i) => i.deadline === 'approvalPublication');
    expect(publication.nextSteps[0]).toMatchObject({ type: 'publishApproval', allowed: true });
    expect((await matters()).flatMap((i) => i.nextSteps.map((s: Json) => s.type))).not.toContain('leaveOpinion');
  });
});
