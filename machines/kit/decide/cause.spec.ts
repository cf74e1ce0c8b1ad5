import { describe, expect, it } from '@jest/globals';
import { procedures, stories } from '#machines/proof/all.js';
import { anotherProject } from '#machines/regulations/it-projects/procedures/annual-plan/scenarios/another-project.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import type { Cause, Sender } from '../case/cause.js';
import { SYSTEM } from '../case/facts.js';
import type { Procedure } from '../law/procedure.js';
import type { Entry } from '../testing/docket.js';
import { tell, type Story } from '../testing/story.js';
import { causeFor } from './cause.js';

const cause: Cause = {
  case: { id: 'c', number: 'ZG-1', title: '限期整改' },
  seq: 3,
  type: 'terminate',
  label: '终止项目',
  by: { id: 'b', name: '张三', unit: { id: 'bureau', name: '某局' } },
  reason: '拒不整改',
};
const origin: Cause = {
  ...cause,
  case: { id: 'o', number: 'OO-1', title: '第三案' },
  label: '别的事',
  reason: '别的理由',
};
const { reason: _, ...silent } = cause;
const { type: __, label: ___, ...unnamed } = silent;
type Read = Pick<Procedure, 'readers' | 'parties'>;
const closed: Read = { readers: ['all'], parties: { all: { kind: 'role', label: '督查', role: 'all' } } };
const open: Read = { readers: ['some'], parties: { some: { kind: 'units', label: '各单位', of: () => [] } } };
const heard = (sender: Partial<Sender>, data: unknown, procedure: Read, unit = 'school'): Cause =>
  causeFor({ unit: 'school', cause, ...sender }, data, { procedure, unit: { id: unit } });

describe('what a case keeps of the sender of a signal', () => {
  it('is everything, where it is of the same unit and no other unit reads it', () => {
    expect(heard({}, null, closed)).toEqual(cause);
  });

  it('is no reason written elsewhere, where it is of another unit or other units read it', () => {
    expect(heard({}, null, closed, 'bureau')).toEqual(silent);
    expect(heard({}, null, open)).toEqual(silent);
  });

  it('is the reason that the signal itself says, wherever it goes', () => {
    expect(heard({}, { reason: '资金未落实' }, closed, 'bureau')).toEqual({ ...silent, reason: '资金未落实' });
    expect(heard({}, { reason: '资金未落实' }, closed)).toEqual({ ...silent, reason: '资金未落实' });
  });

  it('is the decision behind the sending case for the same unit, and nothing of it for others', () => {
    expect(heard({ origin }, null, closed)).toEqual(origin);
    expect(heard({ origin }, null, closed, 'bureau')).toEqual(unnamed);
    expect(heard({ origin }, null, open)).toEqual(unnamed);
  });
});

const journalOf = (procedure: string, story: Story): readonly Entry[] =>
  tell(procedures.of(procedure), story, world).docket.journal;

describe('an item that an office returns', () => {
  const returned = journalOf('annual-plan', anotherProject).find(({ accepted }) => accepted.type === 'planReturned')!;

  it('tells its unit which office has returned it, in which case, by which step and why', () => {
    const plan = returned.tale.docket.cases().find((t) => t.procedure.id === 'annual-plan')!;
    const [message] = returned.accepted.notices.filter((n) => n.title === '计划联审退回补正');
    expect(message!.text).toContain(
      `县财政局在「${plan.state.title}」（${plan.number}）中已办理“退回项目补正”，说明：“`,
    );
    expect(message!.text).not.toContain('系统已办理');
  });

  it('keeps that in its case, with the reason that it was told', () => {
    const { cause: kept } = returned.accepted.next.desk.heard!;
    expect(kept).toMatchObject({ label: '退回项目补正', by: { name: '县财政局', unit: { name: '县财政局' } } });
    expect(kept.reason).toBe((returned.accepted.data as { reason: string }).reason);
  });
});

describe('in every story', () => {
  const all = stories.flatMap(
    ({ procedure, story, proof }) =>
      tell(procedures.of(story.procedure ?? procedure), story, proof.world).docket.journal,
  );
  const bySystem = all.filter(({ by }) => by === SYSTEM);
  const signalled = bySystem.filter(({ facts }) => facts.cause);

  it('what another case sends names who decided it there; what time brings is the system’s', () => {
    expect(signalled.length).toBeGreaterThan(50);
    const timers = new Set(
      procedures.all().flatMap((p) => Object.values(p.deadlines).flatMap((d) => (d.kind === 'timer' ? [d.fires] : []))),
    );
    for (const { accepted, facts } of bySystem)
      expect([accepted.type, !facts.cause]).toEqual([accepted.type, timers.has(accepted.type)]);
    for (const { accepted } of signalled)
      for (const { text } of accepted.notices) expect(text).not.toMatch(/系统(（.*?）)?已办理/);
  });

  it('no case that several units read keeps a reason that was written in another one', () => {
    for (const { tale, accepted, facts } of signalled.filter(({ tale }) => tale.procedure.id === 'annual-plan'))
      expect([tale.number, facts.cause!.reason]).toEqual([
        tale.number,
        (accepted.data as { reason?: string } | null)?.reason,
      ]);
  });
});
