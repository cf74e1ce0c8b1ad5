import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#machines/kit/case/facts.js';
import type { Decision } from '#machines/kit/decide/decision.js';
import { Docket, type Tale } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { need } from '#machines/regulations/it-projects/procedures/need/procedure.js';
import { operationReview } from '#machines/regulations/it-projects/procedures/operation-review/procedure.js';
import { declared } from '#machines/regulations/it-projects/procedures/operation-review/testing/ground.js';
import { PAPERS } from '#machines/regulations/it-projects/procedures/operation-review/testing/lines.js';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { actors, world } from '#machines/regulations/it-projects/testing/world.js';

const bureau = actors['data-bureau']!;
const inPlaceOf = (absent: string, who: string): Actor => {
  const { userId, unitId, name, principals } = actors[absent]!;
  return { ...actors[who]!, principals, actingFor: { userId, unitId, name } };
};
const refusals = (decision: Decision): string[] =>
  decision.kind === 'refused' ? decision.refusals.map((r) => r.rule) : [decision.kind];

/** These cases occur in no story, because nobody in a story acts as a substitute. */
describe('the desk of a project under pre-review', () => {
  let docket: Docket;
  let tale: Tale;
  const taken = (decision: Decision): void => expect(refusals(decision)).toEqual(['accepted']);
  const declare = (by: string): void => {
    const opened = docket.open(project, by, declarationOf('影像云', wan(150)));
    taken(opened.decision);
    tale = opened.tale;
    tale.upload('declarationForm');
    taken(tale.send(by, 'declare'));
  };

  beforeEach(() => {
    docket = new Docket(world, '2025-01-06');
    declare('county-hospital');
    taken(tale.send('health', 'endorse'));
  });

  it.each(['county-hospital', 'health'])(
    'gives no say to a person from %s who acts in the place of the bureau',
    (of) => {
      taken(tale.told(bureau, 'addSigners', { to: ['unit:finance'], question: '资金是否落实' }));
      const there = inPlaceOf('data-bureau', of);
      const [signer] = tale.state.desk.signers;
      for (const [type, data] of [
        ['transfer', { to: 'data-bureau-deputy', reason: '代办' }],
        ['delegate', { to: 'archives', reason: '代办' }],
        ['addSigners', { to: ['unit:archives'], question: '代办' }],
        ['removeSigner', { signer: signer!.id, reason: '代办' }],
      ] as const)
        expect(refusals(tale.tried(there, type, data))).toEqual(['office.not-own-step']);
      expect(
        refusals(tale.tried(inPlaceOf('finance', of), 'giveSignature', { agrees: true, opinion: '同意' })),
      ).toEqual(['office.not-own-step']);
      expect(
        refusals(tale.tried(inPlaceOf('data-bureau', 'archives'), 'delegate', { to: 'audit', reason: '代办' })),
      ).toEqual(['accepted']);
    },
  );

  it("keeps the bureau's step when only its substitutes from the applicant are recused", () => {
    const document = tale.upload('other');
    const there = inPlaceOf('data-bureau', 'county-hospital');
    expect(
      refusals(
        tale.tried(there, 'recuse', {
          to: 'unit:education',
          reason: '回避',
          number: '1',
          date: '2025-01-06',
          document,
        }),
      ),
    ).toEqual(['not-your-step']);
  });

  it('lets nobody take back what they gave away as a substitute once they no longer are one', () => {
    taken(tale.told(inPlaceOf('data-bureau', 'finance'), 'transfer', { to: 'data-bureau-deputy', reason: '出差' }));
    expect(refusals(tale.send('finance', 'reclaim', { reason: '收回' }))).toEqual(['not-your-step']);
    expect(refusals(tale.tried(inPlaceOf('data-bureau', 'finance'), 'reclaim', { reason: '收回' }))).toEqual([
      'accepted',
    ]);
    taken(tale.send('data-bureau', 'reclaim', { reason: '收回' }));
    expect(tale.state.position.waits.map((w) => w.principal)).toEqual(['role:data-bureau']);
  });

  it('reminds everybody who holds the step, and those they asked, once each', () => {
    taken(tale.send('data-bureau', 'transfer', { to: 'data-bureau-deputy', reason: '出差' }));
    taken(
      tale.send('data-bureau-deputy', 'addSigners', { to: ['unit:finance', 'unit:archives'], question: '请提意见' }),
    );
    taken(tale.send('data-bureau-deputy', 'delegate', { to: 'audit', reason: '请核对' }));
    taken(tale.send('archives', 'giveSignature', { agrees: true, opinion: '同意' }));
    docket.passTo('2025-03-03');
    const asked = tale.reminders.filter((r) => r.rung === 'due');
    expect(asked.map((r) => r.to)).toEqual([['user:data-bureau-deputy', 'unit:finance', 'user:audit']]);
  });

  it('takes an answer for each question where two offices ask the same person', () => {
    taken(tale.send('data-bureau', 'delegate', { to: 'audit', reason: '第一项' }));
    taken(tale.send('data-bureau', 'addSigners', { to: ['unit:audit', 'user:audit'], question: '请提意见' }));
    const [delegation] = tale.state.desk.assignments;
    const [first, second] = tale.state.desk.signers;
    taken(tale.send('audit', 'giveSignature', { signer: second!.id, agrees: false, opinion: '不同意' }));
    expect(tale.state.desk.signers.map((s) => s.opinion?.agrees)).toEqual([undefined, false]);
    taken(tale.send('audit', 'giveSignature', { agrees: true, opinion: '同意' }));
    expect(tale.state.desk.signers.find((s) => s.id === first!.id)?.opinion?.agrees).toBe(true);
    expect(refusals(tale.send('audit', 'reportDelegation', { opinion: '已核对', delegation: '0' }))).toEqual([
      'office.delegation-mine',
    ]);
    taken(tale.send('audit', 'reportDelegation', { opinion: '已核对', delegation: delegation!.id }));
  });
});

describe('a step that two people could take', () => {
  it('is taken for the person the case waits on: a substitute of a colleague gives both opinions', () => {
    const docket = new Docket(world, '2026-01-05');
    const { tale } = docket.open(operationReview, 'finance', declared);
    for (const paper of PAPERS) tale.upload(paper);
    tale.send('finance', 'submitOperation');
    const document = tale.upload('other');
    tale.send('finance', 'recuse', {
      to: 'unit:data-bureau',
      reason: '本局方案',
      number: '1',
      date: '2026-01-05',
      document,
    });
    tale.send('data-bureau', 'agreeToOperation');
    tale.send('data-bureau', 'agreeToOperation');
    expect(tale.state.snapshot.context).toMatchObject({
      opinions: { finance: { agrees: true }, dataBureau: { agrees: true } },
    });
    expect(tale.state.position.states.join()).toMatch(/concluding$/);
  });
});

describe('a need that is turned over to another department', () => {
  it('drops the questions of the first department, and tells those who were asked', () => {
    const docket = new Docket(world, '2026-01-05');
    const { tale } = docket.open(need, 'rongcheng-town', {
      title: '视频会诊',
      target: 'health',
      content: '村卫生室与县医院会诊',
      classified: false,
    });
    tale.send('rongcheng-town', 'submitNeed');
    tale.send('health', 'addSigners', { to: ['unit:finance'], question: '资金如何安排' });
    tale.send('health', 'delegate', { to: 'county-hospital', reason: '请测算设备' });
    tale.send('health', 'transfer', { to: 'health-deputy', reason: '出差' });
    tale.send('data-bureau', 'redirect', { target: 'education', reason: '由县教体局牵头' });
    expect(tale.state.desk.assignments).toEqual([]);
    expect(tale.state.desk.signers).toMatchObject([{ principal: 'unit:finance', withdrawn: { by: 'data-bureau' } }]);
    expect(tale.state.position.waits.map((w) => w.principal)).toEqual(['unit:education']);
    const told = tale.notices.filter((n) => n.title === '不再需要办理：改派部门').map((n) => n.to);
    expect([...told].sort()).toEqual(['unit:finance', 'user:county-hospital', 'user:health-deputy']);
  });
});
