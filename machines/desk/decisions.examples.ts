import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '#machines/kit/case/desk.js';
import type { Example, proofs } from '#machines/kit/testing/example.js';
import type { Lifts } from './acts/exceptions.js';
import type { DeskRules } from './rules/all.js';
import type { attachmentsHereBy } from './rules/common.js';
import { castOf } from './testing/cast.js';

/**
 * Examples of the rules of decisions and opinions, for the proofs of any procedure. They bring everything they are
 * about, so they hold on any ground.
 */

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

type Decided = Pick<DeskRules, 'notOwnCase' | 'signersAnswered' | 'delegationReported' | 'inOwnName' | 'lastStepOurs'> & {
  attachmentsHere: ReturnType<typeof attachmentsHereBy>;
  lifts: Lifts;
};

/** Returns the examples for the desk of a regulation. */
export function decisionExamplesOf({
  notOwnCase,
  signersAnswered,
  delegationReported,
  inOwnName,
  attachmentsHere,
  lastStepOurs,
  lifts: { label: office },
}: Decided) {
  const inCast = <Context>(examples: readonly Example<Context>[]): Example<Context>[] =>
    examples.map((example) => ({ ...example, facts: { directory: castOf(office), ...example.facts } }));

  const signer: Signer = {
    id: '3-1',
    principal: 'unit:health',
    state: 'here',
    party: 'office',
    from: 'role:office',
    by: 'office',
    on: '2025-03-03',
    question: '请提出意见',
  };
  const answered: Signer = {
    ...signer,
    id: '3-2',
    principal: 'unit:education',
    opinion: { agrees: false, text: '不同意', by: 'education', on: '2025-03-04', documents: [] },
  };
  const removed: Signer = { ...signer, id: '3-3', principal: 'unit:finance', withdrawn: { by: 'office', on: '2025-03-04', reason: '不再征求' } };

  const delegated: Assignment = {
    kind: 'delegate',
    state: 'here',
    party: 'office',
    from: 'role:office',
    to: 'user:office-deputy',
    by: 'office',
    on: '2025-03-03',
    reason: '请核对',
  };
  const desk = (change: Partial<Desk>): { desk: Desk } => ({ desk: { ...EMPTY_DESK, ...change } });
  const asked = (...signers: Signer[]) => desk({ signers });
  const assigned = (...assignments: Assignment[]) => desk({ assignments });

  const hospital = { id: 'county-hospital', name: '县医院', supervisingUnitId: 'health' };
  const standingIn = { userId: 'office', unitId: 'office', name: office };

  const inPlace = (unitId: string, of: string | null = 'office') => ({
    unit: { ...hospital },
    actor: { unitId, name: '经办人', actingFor: { ...standingIn, unitId: of } },
  });

  const last = (unitId: string | null, touched: { touchedBy?: string | null } = {}) =>
    desk({ last: { type: 'submit', userId: 'health', unitId, seq: 2, ...touched } });
  const we = { unitId: 'health' };

  /** Returns the examples of the rules of every decision: for every procedure with a step that `decides`. */
  const decisionExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
    inCast([
      ...proves(
        notOwnCase,
        {
          passes: '办理人属于另一单位',
          facts: { unit: { id: 'education', name: '县教体局' }, actor: { unitId: 'office', name: office } },
          seen: { 办理人: office, 申报单位: '县教体局', 隶属关系: '无' },
        },
        {
          fails: '本单位申报、本单位决定：回避',
          facts: { unit: { id: 'office', name: office }, actor: { unitId: 'office', name: '第二经办人' } },
          says: ['第二经办人', `${office}，不能对本单位`],
          seen: { 办理人: '第二经办人', 申报单位: office, 隶属关系: '本单位' },
        },
        { passes: '主管部门审核自己的下属单位', facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委' } } },
        {
          passes: '主管部门的人员互相代理',
          facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委', actingFor: { ...standingIn, unitId: 'health' } } },
        },
        { passes: '没有隶属关系的单位代理', facts: { unit: { ...hospital }, actor: { unitId: 'finance', name: '县财政局', actingFor: standingIn } } },
        {
          fails: '主管部门的人员代别的部门审查下属单位',
          facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委', actingFor: standingIn } },
          says: '县医院的主管部门，不能代别的部门',
          seen: { 办理人: '县卫健委', 申报单位: '县医院', 隶属关系: '主管部门' },
        },
      ),
      ...proves(
        signersAnswered,
        { passes: '没有加签', facts: asked() },
        { passes: '加签已答复，不同意也是答复', facts: asked(answered) },
        { passes: '加签已减去', facts: asked(removed) },
        { fails: '加签尚未答复', facts: asked(answered, signer), says: '县卫健委', seen: { 未答复: '县卫健委' } },
        { fails: '两方尚未答复：一并指出', facts: asked(signer, { ...signer, id: '3-4', principal: 'role:finance' }), seen: { 未答复: '县卫健委、县财政局' } },
      ),
      ...proves(
        delegationReported,
        { passes: '没有委派', facts: assigned() },
        { passes: '委派已回复', facts: assigned({ ...delegated, report: { text: '已核对', on: '2025-03-04' } }) },
        { passes: '已转办：接手人自己决定', facts: assigned({ ...delegated, kind: 'transfer' }) },
        { fails: '委派尚未回复', facts: assigned(delegated), says: `${office}第二经办人`, seen: { 受委派人: `${office}第二经办人` } },
        {
          fails: '委派给两人、均未回复：一并指出',
          facts: assigned(delegated, { ...delegated, to: 'user:health' }),
          seen: { 受委派人: `${office}第二经办人、县卫健委` },
        },
      ),
    ]);

  /** Returns the examples of `inOwnName`: for every procedure in which others leave an opinion. */
  const opinionInOwnNameExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
    inCast(
      proves(
        inOwnName,
        { passes: '以本部门的名义提出', facts: { unit: { ...hospital }, actor: { unitId: 'audit', name: '县审计局' } } },
        { passes: '主管部门以自己的名义提出', facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委' } } },
        { passes: '同一部门的人员互相代理', facts: inPlace('health', 'health') },
        { passes: '没有隶属关系的单位代理', facts: inPlace('finance'), seen: { 办理人: '经办人', 申报单位: '县医院' } },
        { fails: '申报单位的人员代别的部门提出', facts: inPlace('county-hospital'), says: '经办人属于申报单位县医院' },
        { fails: '主管部门的人员代别的部门提出', facts: inPlace('health') },
      ),
    );

  /** Returns the examples of `attachmentsHere`: for every procedure that applies it everywhere. */
  const opinionExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
    inCast(
      proves(
        attachmentsHere,
        { passes: '没有附材料', data: {} },
        { passes: '没有填写内容', data: null },
        { passes: '所附材料已上传', data: { attachments: ['report-0'] }, facts: { documents: ['report'] } },
        {
          fails: '所附材料不在本案件',
          data: { attachments: ['report-0', 'elsewhere'] },
          facts: { documents: ['report'] },
          says: '没有这些材料：“elsewhere”',
          seen: { 材料: 'elsewhere' },
        },
        { fails: '两份材料都不在：一并指出', data: { attachments: ['a', 'b'] }, seen: { 材料: 'a、b' } },
      ),
    );

  /** Returns the examples of `lastStepOurs`: for every procedure in which a submission can be taken back (撤回). */
  const recallExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
    inCast(
      proves(
        lastStepOurs,
        { passes: '提交之后没有人办理', facts: { actor: we, ...last('health') }, seen: { 最后办理单位: '县卫健委' } },
        { passes: '本单位另一经办人提交的：也可以撤回', facts: { actor: { ...we, userId: 'health-deputy' }, ...last('health') } },
        { fails: '其他单位已经办理', facts: { actor: we, ...last('office') }, says: `已由${office}办理`, seen: { 最后办理单位: office } },
        { fails: '已经办理的单位后来撤销', facts: { actor: we, ...last('former-office') }, seen: { 最后办理单位: '编号“former-office”' } },
        { fails: '最后办理的人不属于任何单位', facts: { actor: we, ...last(null) }, says: '其他人员', seen: { 最后办理单位: '其他人员' } },
        { fails: '撤回的人和最后办理的人都不属于任何单位', facts: { actor: { unitId: null }, ...last(null) } },
        {
          fails: '提交之后，办理部门已经加签',
          facts: { actor: we, ...last('health', { touchedBy: 'office' }) },
          says: `已由${office}办理`,
          seen: { 最后办理单位: office },
        },
        { fails: '提交之后，不属于任何单位的人员已经办理', facts: { actor: we, ...last('health', { touchedBy: null }) }, seen: { 最后办理单位: '其他人员' } },
        { fails: '别的单位提交，本单位只是办理过', facts: { actor: we, ...last('office', { touchedBy: 'health' }) } },
        { fails: '还没有任何办理', facts: { actor: we, ...desk({}) } },
      ),
    );

  return { decisionExamples, opinionInOwnNameExamples, opinionExamples, recallExamples };
}
