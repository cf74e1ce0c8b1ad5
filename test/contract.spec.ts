import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { z } from 'zod';
import { dayOf, yearOf } from '#machines/kit/words/dates.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { caseSchema, deadlineHistorySchema, historyRowSchema, problemSchema } from '#src/cases/case.schema.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';

describe('the published interface', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
    id = (await client.create('county-hospital', 'project', declarationOf('合同', 100_000_000))).body.id;
    await client.upload('county-hospital', id, 'declarationForm');
  });
  afterAll(() => app.close());

  it('a case, its history and a refusal have the published form', async () => {
    const refused = await client.send('county-hospital', id, 'signContract', {
      signedOn: '2026-01-01',
      supplier: { name: '甲', creditCode: '91340100MA2ABCDE1X' },
      amountFen: 1,
    });
    expect(refused.status).toBe(422);
    problemSchema.parse(refused.body);
    caseSchema.parse((await client.send('county-hospital', id, 'declare')).body);
    caseSchema.parse((await client.get('health', `/api/v1/cases/${id}`)).body);
    z.array(deadlineHistorySchema).parse((await client.get('health', `/api/v1/cases/${id}/deadlines`)).body);
    z.array(historyRowSchema).parse((await client.get('health', `/api/v1/cases/${id}/history`)).body);
    problemSchema.parse((await client.send('health', id, 'returnForCorrection', {})).body);
  });

  it('an accepted event is answered with the case as it is afterwards', async () => {
    const made = await client.create('education', 'project', declarationOf('答复', 100_000_000));
    await client.upload('education', made.body.id, 'declarationForm');
    await client.send('education', made.body.id, 'declare');
    await client.send('data-bureau-deputy', made.body.id, 'copyTo', { to: ['unit:finance'] });
    const history = await client.get('data-bureau', `/api/v1/cases/${made.body.id}/history`);
    const deputy = history.body.at(-1).actor.id;
    const handedOver = await client.send('data-bureau', made.body.id, 'transfer', { to: deputy, reason: '外出' });
    expect((await client.get('data-bureau', `/api/v1/cases/${made.body.id}`)).body).toEqual(handedOver.body);
    const answered = await client.send('data-bureau-deputy', made.body.id, 'passPreReview', {
      similarity: 'none',
      similarityReason: '面向不同的服务对象',
    });
    expect(answered.body.deadlines).toHaveLength(2);
    expect((await client.get('data-bureau-deputy', `/api/v1/cases/${made.body.id}`)).body).toEqual(answered.body);
  });

  it('advice that is not followed is in the answer to a creation and its dry run, and nowhere later', async () => {
    const today = dayOf((await client.get('county-hospital', `/api/v1/cases/${id}`)).body.createdAt);
    const late = { year: yearOf(today), opensOn: today, closesOn: today };
    const body = { procedure: 'annual-plan', data: late };
    const tried = await client.call('data-bureau', 'POST', '/api/v1/cases?dryRun=true', body);
    const made = await client.call('data-bureau', 'POST', '/api/v1/cases', body);
    for (const answer of [tried, made])
      expect(caseSchema.parse(answer.body).advice).toMatchObject([
        {
          rule: 'plan.window-before-year',
          weight: 'advice',
          message: expect.stringContaining(`不在${late.year}年度之前`),
        },
      ]);
    const fetched = await client.get('data-bureau', `/api/v1/cases/${made.body.id}`);
    expect(caseSchema.parse(fetched.body).advice).toEqual([]);
  });

  it('an address of an impossible form is refused with a sentence', async () => {
    const { status, body } = await client.get('education', `/api/v1/cases/${'a'.repeat(300)}`);
    expect([status, body.code, body.errors]).toEqual([
      400,
      'invalid-payload',
      [{ pointer: '', message: expect.stringContaining('地址') }],
    ]);
  });

  it('the document lists every resource, every event with its payload, and one form of error', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { responses: object }>>;
      components: { schemas: Record<string, unknown> };
    };
    for (const path of [
      '/api/v1/cases',
      '/api/v1/cases/{id}',
      '/api/v1/cases/{id}/events',
      '/api/v1/cases/{id}/history',
      '/api/v1/cases/{id}/related',
      '/api/v1/absences',
      '/api/v1/absences/{id}/end',
      '/api/v1/directory',
      '/api/v1/cases/{id}/documents',
      '/api/v1/cases/{id}/documents/{documentId}',
      '/api/v1/tasks',
      '/api/v1/supervision/stuck',
      '/api/v1/notifications',
      '/api/v1/endpoints',
      '/api/v1/endpoints/{id}/test',
      '/api/v1/me/endpoints',
      '/api/v1/deliveries',
      '/api/v1/deliveries/{id}/retry',
      '/api/v1/deliveries/{id}/dismiss',
      '/api/v1/me/calendar-feed',
      '/api/v1/clauses',
      '/api/v1/procedures',
      '/api/v1/procedures/{id}',
      '/api/v1/me',
      '/api/v1/auth/login',
      '/api/v1/clock',
    ]) {
      expect(Object.keys(document.paths)).toContain(path);
    }
    const { body } = await client.get('education', '/api/v1/procedures/project');
    for (const { type } of [...body.events, ...body.acts])
      expect(Object.keys(document.components.schemas)).toContain(`project.${type}`);
    for (const item of Object.values(document.paths))
      for (const operation of Object.values(item)) expect(operation.responses).toHaveProperty('default');
    expect(JSON.stringify(document.paths['/api/v1/cases/{id}/events'])).toContain('project.declare');
    expect(JSON.stringify(document.paths['/api/v1/cases/{id}'])).toContain('#/components/schemas/Case');
    for (const path of ['/api/v1/cases', '/api/v1/cases/{id}/events']) {
      const { parameters, responses } = document.paths[path]!.post as {
        parameters: { name: string; in: string }[];
        responses: object;
      };
      expect(parameters).toContainEqual(expect.objectContaining({ name: 'dryRun', in: 'query' }));
      expect(responses).toHaveProperty('200');
    }
    expect((await fetch(`${app.url}/api/docs`)).headers.get('content-type')).toContain('text/html');
  });

  it('every event of a procedure says by whom, by which clause, and with what data', async () => {
    const { body } = await client.get('education', '/api/v1/procedures/project');
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining([
        'id',
        'version',
        'title',
        'stages',
        'states',
        'events',
        'deadlines',
        'documents',
        'mermaid',
      ]),
    );
    for (const event of body.events) {
      expect(event.roles.length).toBeGreaterThan(0);
      expect(event.clauses.length).toBeGreaterThan(0);
      expect(event.payloadSchema.type).toBe('object');
    }
  });

  it('every clause is encoded or gives the reason why not', async () => {
    const { body } = await client.get('education', '/api/v1/clauses');
    expect(body.length).toBeGreaterThanOrEqual(70);
    for (const line of body) expect([line.id, line.encoded || line.reason?.length > 5]).toEqual([line.id, true]);
  });

  it('a line of the clause table leads to the rule, the sentence and the test', async () => {
    const { body } = await client.get('audit', '/api/v1/clauses');
    const line = body.find((l: { id: string }) => l.id === '2.2.6c');
    expect(line).toMatchObject({ cite: '二(二)6', section: '二(二) 项目申报与审批', encoded: true });
    const rule = line.rules.find(
      (r: { procedure: string; id: string }) => r.procedure === 'project' && r.id === 'creation.not-classified',
    );
    const refused = await client.create('education', 'project', declarationOf('涉密', 1, { classified: true }));
    expect(refused.body.refusals.find((r: { rule: string }) => r.rule === rule.id).message).toBe(rule.message);
    expect(rule).toMatchObject({
      weight: 'must',
      holds: expect.any(String),
      remedy: expect.any(String),
      at: expect.arrayContaining([{ event: 'created', label: '登记项目' }]),
    });
    expect(rule.examples.map((e: { holds: boolean }) => e.holds)).toEqual(expect.arrayContaining([true, false]));
    expect(body.find((l: { id: string }) => l.id === '2.6.2').transitions).toContainEqual({
      procedure: 'project',
      event: 'transfer',
      label: '转办',
      from: '',
    });
  });

  it('a procedure is published with its pictures, the whole and each stage', async () => {
    const { body } = await client.get('education', '/api/v1/procedures/project');
    expect(body.diagrams[0]).toMatchObject({
      stage: null,
      label: '总图',
      mermaid: expect.stringContaining('stateDiagram-v2'),
    });
    expect([...new Set(body.diagrams.flatMap((d: { stage: string | null }) => d.stage ?? []))]).toEqual(
      body.stages.map((s: { id: string }) => s.id),
    );
  });

  it('pages through cases with a cursor and refuses one that is none', async () => {
    for (let i = 0; i < 5; i++) await client.create('health', 'project', declarationOf(`第${i}个`, 1));
    const first = await client.get('health', '/api/v1/cases?limit=4');
    const second = await client.get('health', `/api/v1/cases?limit=4&cursor=${first.body.nextCursor}`);
    const titles = [...first.body.items, ...second.body.items].map((c: { title: string }) => c.title);
    expect(titles).toEqual(['第4个', '第3个', '第2个', '第1个', '第0个', '合同']);
    expect(second.body.nextCursor).toBeNull();
    expect((await client.get('health', '/api/v1/cases?cursor=forged')).status).toBe(400);
    expect(
      (
        await client.get(
          'health',
          `/api/v1/cases?q=${encodeURIComponent('第3')}&stage=reserve&state=drafting&light=green&unit=health`,
        )
      ).body.items,
    ).toHaveLength(1);
    expect((await client.get('health', '/api/v1/cases?light=purple')).status).toBe(400);
  });

  it('my tasks are the cases that wait for me, with what I may do', async () => {
    const { body } = await client.get('health', '/api/v1/tasks');
    const mine = body.find((t: { case: { id: string } }) => t.case.id === id);
    expect(mine).toMatchObject({ light: expect.any(String), dueOn: expect.stringMatching(/^\d{4}-/) });
    expect(mine.actions.map((a: { type: string }) => a.type)).toEqual(
      expect.arrayContaining(['endorse', 'declineEndorsement', 'returnForCorrection']),
    );
    expect((await client.get('finance', '/api/v1/tasks')).body).toEqual([]);
  });

  it('a request that is no HTTP gets a problem document too', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () =>
        socket.write('GET /api/v1/cases?q=教育 HTTP/1.1\r\nhost: x\r\n\r\n'),
      );
      let text = '';
      socket
        .on('data', (chunk) => (text += chunk.toString()))
        .on('end', () => resolve(text))
        .on('error', reject);
    });
    expect(answer).toContain('HTTP/1.1 400');
    expect(answer).toContain('application/problem+json');
  });
});
