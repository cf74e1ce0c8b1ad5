import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { regulations } from '#machines/regulations.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { caseSchema } from '#src/cases/case.schema.js';
import { Client } from '../support/client.js';
import { delivered } from '../support/delivered.js';
import { EXAMINING, LEDGER, sealing } from '../support/desk-procedure.js';
import { startApp, type RunningApp } from '../support/start-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer as the server sends it
type Answer = any;

/** Checks over HTTP what offices do about a step. */
describe('the desk', () => {
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    app = await startApp({}, [...regulations, sealing]);
    client = new Client(app.url);
  });
  afterAll(() => app.close());

  const begun = async (title = '用印', copies = 1, unit = 'education'): Promise<string> =>
    (await client.create(unit, 'seal', { title, copies })).body.id;
  const send = async (who: string, id: string, type: string, data: unknown = {}): Promise<Answer> => {
    const { status, body, text } = await client.send(who, id, type, data);
    if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
    return caseSchema.parse(body) as Answer;
  };
  const refused = async (who: string, id: string, type: string, data: unknown = {}): Promise<string[]> => {
    const { status, body } = await client.send(who, id, type, data);
    expect([type, status]).toEqual([type, 422]);
    return body.refusals.map((r: Answer) => r.rule);
  };
  const forbidden = async (who: string, id: string, type: string, data: unknown = {}): Promise<string> => {
    const { status, body } = await client.send(who, id, type, data);
    expect([type, status, body.code]).toEqual([type, 403, 'not-your-step']);
    return body.detail;
  };
  const of = async (who: string, id: string): Promise<Answer> => (await client.get(who, `/api/v1/cases/${id}`)).body;
  const action = async (who: string, id: string, type: string): Promise<Answer> =>
    (await of(who, id)).actions.find((a: Answer) => a.type === type);
  const todo = async (who: string, id: string): Promise<Answer> =>
    (await client.get(who, '/api/v1/tasks?limit=200')).body.find((t: Answer) => t.case.id === id);
  const history = async (id: string): Promise<Answer[]> =>
    (await client.get('data-bureau', `/api/v1/cases/${id}/history`)).body;
  const inbox = async (who: string, id: string): Promise<Answer[]> => {
    await delivered(app);
    return (await client.get(who, `/api/v1/notifications?case=${id}`)).body.items;
  };

  describe('转办', () => {
    it('to a colleague: only they may act, the others learn of it, and history names both', async () => {
      const id = await begun('转办');
      const given = await send('data-bureau', id, 'transfer', {
        to: 'data-bureau-deputy',
        reason: '出差',
        state: EXAMINING,
      });
      expect(given.waitingOn).toMatchObject({
        person: { id: 'data-bureau-deputy', name: '县数据资源管理局第二经办人' },
        unit: null,
      });
      expect(await forbidden('data-bureau', id, 'grant')).toBe('这一步由县数据资源管理局第二经办人办理。');
      expect((await todo('data-bureau-deputy', id)).why).toEqual(['step', 'transferred']);
      expect((await inbox('data-bureau-deputy', id)).map((n) => [n.kind, n.text])).toContainEqual([
        '待办',
        '「转办」：县数据资源管理局经办人转办：“出差”',
      ]);
      await send('data-bureau-deputy', id, 'grant');
      const rows = await history(id);
      expect(rows.map((h) => [h.type, h.actor.id, h.data.to])).toEqual([
        ['created', 'education', undefined],
        ['transfer', 'data-bureau', 'data-bureau-deputy'],
        ['grant', 'data-bureau-deputy', undefined],
      ]);
      expect(rows[1].to).toEqual(rows[0].to);
    });

    it('of one of two steps of the office leaves the other one in place', async () => {
      const id = await begun('两处');
      await send('data-bureau', id, 'transfer', { to: 'data-bureau-deputy', reason: '请登记', state: LEDGER });
      await forbidden('data-bureau', id, 'register');
      expect((await todo('data-bureau', id)).why).toEqual(['step']);
      await send('data-bureau-deputy', id, 'register');
      expect((await of('data-bureau', id)).desk.assignments).toEqual([]);
      await send('data-bureau', id, 'grant');
    });

    it('by one of several units that the case waits for leaves the others their step', async () => {
      const { body } = await client.create(
        'county-hospital',
        'project',
        declarationOf('多单位', 100_000_000, { participants: ['health', 'education'] }),
      );
      for (const kind of ['declarationForm', 'jointScheme', 'dataCatalogue'])
        await client.upload('county-hospital', body.id, kind);
      await send('county-hospital', body.id, 'declare');
      await send('health', body.id, 'transfer', { to: 'health-deputy', reason: '请确认' });
      expect((await todo('education', body.id)).why).toEqual(['step']);
      await send('education', body.id, 'confirmParticipation');
      expect(await forbidden('health', body.id, 'confirmParticipation')).toContain('县卫健委第二经办人');
      expect((await send('health-deputy', body.id, 'confirmParticipation')).states).not.toContain(
        'underway.path.reserve.participation',
      );
    });

    it('removes the case from the list of a person who has given all of it away', async () => {
      const id = await begun('全部转办');
      await send('data-bureau', id, 'transfer', { to: 'data-bureau-deputy', reason: '出差', state: EXAMINING });
      await send('data-bureau', id, 'transfer', { to: 'data-bureau-deputy', reason: '出差' });
      expect(await todo('data-bureau', id)).toBeUndefined();
      expect((await todo('data-bureau-deputy', id)).why).toEqual(['transferred']);
    });

    it("is refused to another unit, to oneself, to nobody, and for another person's step", async () => {
      const id = await begun('错转');
      expect(await refused('data-bureau', id, 'transfer', { to: 'finance', reason: '请办' })).toEqual([
        'office.same-office',
      ]);
      expect(await refused('data-bureau', id, 'transfer', { to: 'data-bureau', reason: '请办' })).toEqual([
        'office.assignee-other',
      ]);
      expect(await refused('data-bureau', id, 'transfer', { to: 'nobody', reason: '请办' })).toEqual([
        'office.assignee-known',
      ]);
      expect(
        await refused('data-bureau', id, 'transfer', {
          to: 'data-bureau-deputy',
          reason: '请办',
          state: 'underway.paper.correcting',
        }),
      ).toEqual(['office.own-step']);
      expect(await forbidden('education', id, 'transfer', { to: 'data-bureau-deputy', reason: '请办' })).toBe(
        '这一步由当前办理人办理。',
      );
      expect((await of('education', id)).seq).toBe(1);
    });

    it('continues to a third person, and returns to the office', async () => {
      const id = await begun('再转');
      await send('data-bureau', id, 'transfer', { to: 'data-bureau-deputy', reason: '出差', state: EXAMINING });
      await send('data-bureau-deputy', id, 'transfer', { to: 'data-bureau', reason: '退回', state: EXAMINING });
      expect((await of('data-bureau', id)).desk.assignments).toMatchObject([
        {
          from: 'role:data-bureau',
          fromName: '县数据资源管理局',
          to: 'user:data-bureau',
          toName: '县数据资源管理局经办人',
          by: 'data-bureau-deputy',
          byName: '县数据资源管理局第二经办人',
        },
      ]);
      await forbidden('data-bureau-deputy', id, 'grant');
      await send('data-bureau-deputy', id, 'reclaim', { reason: '本人继续办理' });
      expect((await inbox('data-bureau', id)).map((n) => n.text)).toContain(
        '「再转」：县数据资源管理局第二经办人已收回：“本人继续办理”',
      );
      await send('data-bureau-deputy', id, 'grant');
    });
  });

  describe('委派', () => {
    it('lets another unit prepare, and blocks only the decision, until the unit has reported', async () => {
      const id = await begun('委派');
      await send('data-bureau', id, 'delegate', { to: 'finance', reason: '请核算经费', state: EXAMINING });
      expect((await todo('finance', id)).why).toEqual(['delegated']);
      expect(await refused('data-bureau', id, 'grant')).toEqual(['office.delegation-reported']);
      expect((await action('data-bureau', id, 'grant')).refusals[0].message).toBe('已委派给县财政局经办人，尚未回复');
      await forbidden('finance', id, 'grant');
      await send('data-bureau', id, 'register');
      await send('finance', id, 'reportDelegation', { opinion: '经费合理' });
      expect(await todo('finance', id)).toBeUndefined();
      expect((await inbox('data-bureau', id)).map((n) => n.text)).toContain(
        '「委派」：县财政局经办人已回复委派：“经费合理”',
      );
      expect((await of('data-bureau', id)).desk.assignments[0].report).toMatchObject({ text: '经费合理' });
      await send('data-bureau', id, 'grant');
    });

    it('to several at once: each answers alone, and one can be taken back alone', async () => {
      const id = await begun('多人委派');
      await send('data-bureau', id, 'delegate', { to: 'finance', reason: '请核算', state: EXAMINING });
      await send('data-bureau', id, 'delegate', { to: 'archives', reason: '请核对', state: EXAMINING });
      expect(await refused('data-bureau', id, 'delegate', { to: 'finance', reason: '再问', state: EXAMINING })).toEqual(
        ['office.delegated-once'],
      );
      expect(
        await refused('data-bureau', id, 'delegate', { to: 'data-bureau', reason: '自己', state: EXAMINING }),
      ).toEqual(['office.assignee-other']);
      expect(await refused('data-bureau', id, 'grant')).toEqual(['office.delegation-reported']);
      await send('data-bureau-deputy', id, 'reclaim', { reason: '不再需要', from: 'archives' });
      expect(await todo('archives', id)).toBeUndefined();
      expect(await refused('data-bureau', id, 'reclaim', { reason: '再收', from: 'archives' })).toEqual([
        'office.given-to-them',
      ]);
      await forbidden('education', id, 'reclaim', { reason: '别人的' });
      await send('finance', id, 'reportDelegation', { opinion: '可以' });
      await forbidden('data-bureau', id, 'reclaim', { reason: '已经回复' });
      await send('data-bureau', id, 'grant');
    });

    it('outlives a transfer: the person who takes the step over gets the report', async () => {
      const id = await begun('委派后转办');
      await send('data-bureau', id, 'delegate', { to: 'finance', reason: '请核算', state: EXAMINING });
      await send('data-bureau', id, 'transfer', { to: 'data-bureau-deputy', reason: '出差', state: EXAMINING });
      expect(await refused('data-bureau-deputy', id, 'grant')).toEqual(['office.delegation-reported']);
      await send('finance', id, 'reportDelegation', { opinion: '可以' });
      expect((await inbox('data-bureau-deputy', id)).map((n) => n.text)).toContain(
        '「委派后转办」：县财政局经办人已回复委派：“可以”',
      );
      await send('data-bureau-deputy', id, 'grant');
    });

    it('is refused to somebody of the unit that applied', async () => {
      const id = await begun('自审');
      expect(await refused('data-bureau', id, 'delegate', { to: 'education', reason: '请审' })).toEqual([
        'office.assignee-not-own-case',
      ]);
    });
  });

  describe('加签', () => {
    it('blocks the decision until all have answered or are no longer asked; a refusal is an answer', async () => {
      const id = await begun('加签');
      const asked = await send('data-bureau', id, 'addSigners', {
        to: ['unit:health', 'user:finance', 'role:archives'],
        question: '请提意见',
        state: EXAMINING,
      });
      expect(asked.actions.find((a: Answer) => a.type === 'grant').refusals[0].message).toBe(
        '加签意见未齐，尚缺：县卫健委、县财政局经办人、县档案局',
      );
      expect(asked.desk.signers.map((s: Answer) => s.id)).toEqual(['2-1', '2-2', '2-3']);
      expect((await todo('health-deputy', id)).why).toEqual(['signature']);
      expect(
        await refused('data-bureau', id, 'addSigners', { to: ['unit:health'], question: '再问', state: EXAMINING }),
      ).toEqual(['office.signers-once']);
      expect(
        await refused('data-bureau', id, 'addSigners', { to: ['unit:nowhere', 'role:admiral'], question: '请提意见' }),
      ).toEqual(['office.signers-known']);
      expect(await refused('data-bureau', id, 'addSigners', { to: ['user:data-bureau'], question: '自问' })).toEqual([
        'office.signers-not-self',
      ]);

      const foreign = (await client.upload('data-bureau', await begun('别的案件'), 'basis')).id;
      expect(
        await refused('health', id, 'giveSignature', { agrees: false, opinion: '不妥', documents: [foreign] }),
      ).toEqual(['office.document-here']);
      const own = (await client.upload('health', id, 'basis')).id;
      await send('health', id, 'giveSignature', { agrees: false, opinion: '不妥', documents: [own] });
      await expect(client.upload('health', id, 'basis')).rejects.toThrow('403');
      await forbidden('health', id, 'giveSignature', { agrees: true, opinion: '又改主意' });
      expect((await inbox('data-bureau', id)).map((n) => n.text)).toContain('「加签」：县卫健委经办人不同意：“不妥”');
      await send('finance', id, 'giveSignature', { agrees: true, opinion: '同意' });
      expect(await refused('data-bureau', id, 'grant')).toEqual(['office.signers-answered']);
      expect(await refused('data-bureau', id, 'removeSigner', { signer: '2-1', reason: '已答复' })).toEqual([
        'office.signer-asked',
      ]);
      await send('data-bureau', id, 'removeSigner', { signer: '2-3', reason: '不涉及档案' });
      expect(await todo('archives', id)).toBeUndefined();
      expect((await inbox('archives', id)).map((n) => [n.kind, n.text])).toContainEqual([
        '待阅',
        '「加签」：县数据资源管理局经办人不再征求您的意见：“不涉及档案”',
      ]);
      await send('data-bureau', id, 'grant');
    });

    it('survives a return: opinions stay on record, unanswered questions lapse', async () => {
      const id = await begun('会签后退回');
      await send('data-bureau', id, 'addSigners', {
        to: ['unit:health', 'unit:finance'],
        question: '请提意见',
        state: EXAMINING,
      });
      const owing = async () =>
        (await of('data-bureau', id)).alsoWaitingOn.filter((w: { label: string }) => w.label.endsWith('(加签)'));
      expect(await owing()).toMatchObject([
        { kind: 'unit', unit: { id: 'health' }, label: '县卫健委(加签)', state: EXAMINING },
        { kind: 'unit', unit: { id: 'finance' }, label: '县财政局(加签)' },
      ]);
      await send('health', id, 'giveSignature', { agrees: true, opinion: '同意' });
      expect(await owing()).toMatchObject([{ unit: { id: 'finance' } }]);
      await send('data-bureau', id, 'sendBack');
      expect(await todo('finance', id)).toBeUndefined();
      await send('education', id, 'handInAgain');
      const { desk } = await of('data-bureau', id);
      expect(desk.signers).toMatchObject([
        {
          principal: 'unit:health',
          name: '县卫健委',
          opinion: { agrees: true, text: '同意', byName: '县卫健委经办人' },
        },
        { principal: 'unit:finance', withdrawn: { reason: '该环节已经结束或者改由他人办理，不再征求' } },
      ]);
      await send('data-bureau', id, 'grant');
      expect((await of('data-bureau', id)).desk.signers).toHaveLength(2);
    });
  });

  it('抄送: those informed find it in their list, with who and why, and are told for information', async () => {
    const id = await begun('抄送');
    expect((await client.get('audit', `/api/v1/cases/${id}`)).status).toBe(404);
    await send('data-bureau', id, 'copyTo', { to: ['unit:audit', 'user:finance'], note: '请知悉进展' });
    const { body } = await client.get('audit', '/api/v1/tasks?box=copied');
    expect(body).toMatchObject({
      items: [{ case: { id, title: '抄送' }, copy: { by: '县数据资源管理局经办人', note: '请知悉进展' } }],
      nextCursor: null,
    });
    expect((await inbox('audit', id)).map((n) => [n.kind, n.title, n.text])).toEqual([
      ['待阅', '抄送：抄送', '「抄送」：县数据资源管理局经办人抄送：“请知悉进展”'],
    ]);
    expect((await of('audit', id)).actions).toEqual([]);
    expect(await todo('audit', id)).toBeUndefined();
    await forbidden('audit', id, 'copyTo', { to: ['unit:health'] });
    expect(await refused('education', id, 'copyTo', { to: ['unit:nowhere'] })).toEqual(['office.informed-known']);
  });

  it('催办: by the supervisor and the applicant, also to those who were asked; it does not move the case', async () => {
    const id = await begun('催办');
    await send('data-bureau', id, 'addSigners', { to: ['unit:health'], question: '请提意见' });
    const before = await of('education', id);
    await send('supervisor', id, 'urge', { message: '请抓紧' });
    await send('education', id, 'urge', { message: '等着用' });
    for (const who of ['data-bureau', 'health']) {
      expect((await inbox(who, id)).map((n) => n.text)).toEqual(
        expect.arrayContaining([
          '「催办」：县政府督查室经办人催办：“请抓紧”',
          '「催办」：县教体局经办人催办：“等着用”',
        ]),
      );
    }
    const after = await of('education', id);
    expect([after.seq, after.movedAt, after.waitingOn.since]).toEqual([
      before.seq + 2,
      before.movedAt,
      before.waitingOn.since,
    ]);
    await forbidden('health', id, 'urge', { message: '我也催' });
  });

  describe('批准例外', () => {
    const exception = (rule: string, document: string) => ({
      rule,
      document,
      reason: '专题会议研究',
      number: '会纪1号',
      date: '2026-01-05',
    });

    it('lifts only a principle, by a document of the case; the case and its history show it', async () => {
      const id = await begun('例外', 5);
      expect(await refused('data-bureau', id, 'grant')).toEqual(['seal.few-copies']);
      const document = (await client.upload('data-bureau', id, 'basis')).id;
      const foreign = (await client.upload('data-bureau', await begun('另一件'), 'basis')).id;
      for (const rule of ['seal.not-too-many', 'seal.one-copy', 'no.such-rule'])
        expect(await refused('data-bureau', id, 'grantException', exception(rule, document))).toEqual([
          'office.exception-possible',
        ]);
      expect(await refused('data-bureau', id, 'grantException', exception('seal.few-copies', foreign))).toEqual([
        'office.document-here',
      ]);
      expect(
        await refused('data-bureau', id, 'grantException', {
          ...exception('seal.few-copies', document),
          date: '2199-01-01',
        }),
      ).toEqual(['office.exception-dated']);
      await forbidden('education', id, 'grantException', exception('seal.few-copies', document));
      const lifted = await send('data-bureau', id, 'grantException', exception('seal.few-copies', document));
      expect(lifted.desk.exceptions).toMatchObject([
        { rule: 'seal.few-copies', number: '会纪1号', date: '2026-01-05', document, by: 'data-bureau' },
      ]);

      const grant = await action('data-bureau', id, 'grant');
      expect(grant).toMatchObject({
        allowed: true,
        refusals: [],
        advice: [{ rule: 'seal.one-copy', message: '共5份，鼓励只用1份' }],
        unknown: [{ rule: 'seal.form-filled', holds: '表单已填写' }],
      });
      const advice = [
        { rule: 'seal.one-copy', cite: expect.any(String), message: '共5份，鼓励只用1份', weight: 'advice' },
      ];
      const path = `/api/v1/cases/${id}/events`;
      const tried = await client.call('data-bureau', 'POST', `${path}?dryRun=true`, { type: 'grant', data: {} });
      expect(caseSchema.parse(tried.body)).toMatchObject({ advice });
      const key = { 'idempotency-key': 'advice-once' };
      const granted = await client.send('data-bureau', id, 'grant', {}, key);
      expect(caseSchema.parse(granted.body)).toMatchObject({ advice });
      expect((await client.send('data-bureau', id, 'grant', {}, key)).text).toBe(granted.text);
      expect((await of('data-bureau', id)).advice).toEqual([]);
      const { judged } = (await history(id)).at(-1);
      expect(judged).toContainEqual({
        rule: 'seal.few-copies',
        seen: { 份数: 5 },
        exception: { reason: '专题会议研究', number: '会纪1号' },
      });
      expect(judged).toContainEqual({ rule: 'seal.one-copy', seen: { 份数: 5 }, advice: '共5份，鼓励只用1份' });
    });

    it('never lifts a demand, and is refused to the unit that gains by it', async () => {
      const id = await begun('不得', 11);
      const document = (await client.upload('data-bureau', id, 'basis')).id;
      await send('data-bureau', id, 'grantException', exception('seal.few-copies', document));
      expect(await refused('data-bureau', id, 'grant')).toEqual(['seal.not-too-many']);
      const own = await begun('本局', 5, 'data-bureau');
      const paper = (await client.upload('data-bureau', own, 'basis')).id;
      expect(await refused('data-bureau', own, 'grantException', exception('seal.few-copies', paper))).toEqual([
        'office.not-own-case',
      ]);
    });
  });

  it('a dry run writes nothing, a key is answered once, and an ended case takes no acts', async () => {
    const id = await begun('试办');
    const data = { to: ['unit:health'], question: '请提意见' };
    const dry = await client.call('data-bureau', 'POST', `/api/v1/cases/${id}/events?dryRun=true`, {
      type: 'addSigners',
      data,
    });
    expect([dry.status, dry.body.desk.signers.length, (await of('data-bureau', id)).seq]).toEqual([200, 1, 1]);
    expect(await inbox('health', id)).toEqual([]);
    expect(await todo('health', id)).toBeUndefined();

    const key = { 'idempotency-key': `sign-${id}` };
    const [one, two] = [
      await client.send('data-bureau', id, 'addSigners', data, key),
      await client.send('data-bureau', id, 'addSigners', data, key),
    ];
    expect([one!.status, two!.text]).toEqual([200, one!.text]);
    expect((await client.send('data-bureau', id, 'addSigners', { ...data, question: '别的' }, key)).body.code).toBe(
      'key-reused',
    );
    expect((await of('data-bureau', id)).desk.signers).toHaveLength(1);
    expect((await client.send('health', id, 'giveSignature', { agrees: true })).body).toMatchObject({
      code: 'invalid-payload',
      errors: [{ pointer: '/data/opinion' }],
    });

    await send('health', id, 'giveSignature', { agrees: true, opinion: '同意' });
    await send('data-bureau', id, 'grant');
    for (const [type, payload] of [
      ['urge', { message: '快' }],
      ['copyTo', { to: ['unit:audit'] }],
      ['transfer', { to: 'data-bureau-deputy', reason: '转' }],
    ] as const) {
      expect((await client.send('data-bureau', id, type, payload)).body).toMatchObject({
        status: 409,
        code: 'not-applicable',
        actions: [],
      });
    }
  });

  it('people find what they have done and begun, newest first, page by page', async () => {
    const [first, second] = [await begun('甲', 1, 'development-zone'), await begun('乙', 1, 'development-zone')];
    await send('data-bureau-deputy', first, 'copyTo', { to: ['unit:audit'] });
    await send('data-bureau-deputy', second, 'register');
    await send('data-bureau-deputy', first, 'register');
    const mine = await client.get('development-zone', '/api/v1/tasks?box=mine');
    expect(mine.body.items.map((i: Answer) => i.case.title)).toEqual(['乙', '甲']);
    const done = await client.get('data-bureau-deputy', '/api/v1/tasks?box=done&limit=1');
    expect(done.body.items).toMatchObject([{ case: { id: first }, last: { type: 'register', label: '登记', seq: 3 } }]);
    const more = await client.get(
      'data-bureau-deputy',
      `/api/v1/tasks?box=done&limit=1&cursor=${done.body.nextCursor}`,
    );
    expect(more.body.items).toMatchObject([{ case: { id: second }, last: { type: 'register', seq: 2 } }]);
    expect((await client.get('audit', '/api/v1/tasks?box=done')).body).toEqual({ items: [], nextCursor: null });
    expect((await client.get('audit', '/api/v1/tasks?box=lost')).status).toBe(400);

    const all = (await client.get('data-bureau', '/api/v1/tasks?limit=200')).body.map((t: Answer) => t.case.id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const page = await fetch(`${app.url}/api/v1/tasks?limit=3${cursor}`, {
        headers: { authorization: `Bearer ${await client.token('data-bureau')}` },
      });
      paged.push(...((await page.json()) as Answer[]).map((t) => t.case.id));
      const next = page.headers.get('x-next-cursor');
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(paged).toEqual(all);
  });
});
