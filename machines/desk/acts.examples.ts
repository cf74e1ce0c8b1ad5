import { z } from 'zod';
import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '#machines/kit/case/desk.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { grammar } from '#machines/kit/law/machine.js';
import type { ActSituation, Procedure } from '#machines/kit/law/procedure.js';
import { rule, yes } from '#machines/kit/law/rule.js';
import { proofs, type Case, type Example } from '#machines/kit/testing/example.js';
import type { Lifts } from './acts/exceptions.js';
import type { DeskClauses } from './basis.js';
import type { DeskRules } from './rules/all.js';
import { castOf } from './testing/cast.js';

/**
 * Examples of the rules of acts. They bring the case they are about: one that waits on the data bureau, for the
 * education office.
 */

/** The part of a desk that the examples need. */
type ActDesk = DeskRules & { clauses: DeskClauses; lifts: Lifts };

/** Returns the examples for the desk of a regulation: those for the acts that a procedure offers. */
export const actExamplesOf =
  (desk: ActDesk) =>
  (procedure: Procedure): Example<ActSituation>[] => {
    const judged = Object.entries(procedure.acts).flatMap(([type, { rules }]) => rules.map(({ id }) => ({ type, id })));
    return allExamples(desk, procedure)
      .filter(({ rule: id, on }) => judged.some((use) => use.id === id && (on === null || on.includes(use.type))))
      .map((example) => ({ ...example, facts: { directory: castOf(desk.lifts.label), ...example.facts } }));
  };

function allExamples(desk: ActDesk, procedure: Procedure): Example<ActSituation>[] {
  const office = desk.lifts.label;
  const parties = { applicant: { label: '申报单位', kind: 'applicant' }, office: { label: office, kind: 'role', role: 'office' } } as const;

  const step = { state: 'here', party: 'office', from: 'role:office' } as const;
  const wait = { ...step, label: '审查中', stage: null, clause: '', kind: 'role', partyLabel: office, principal: 'role:office' } as const;
  const bureau = { userId: 'office', unitId: 'office', name: office, principals: ['unit:office', 'role:office', 'user:office'] };
  const standIn = {
    userId: 'health',
    unitId: 'health',
    name: '县卫健委',
    principals: bureau.principals,
    actingFor: { userId: 'office', unitId: 'office', name: office },
  };
  const unit = { id: 'education', name: '县教体局' };
  const facts = { actor: bureau, unit };

  const delegated = (to: string, report?: Assignment['report']): Assignment => ({
    kind: 'delegate',
    ...step,
    to: `user:${to}`,
    by: 'office',
    on: '2025-03-03',
    reason: '请核对',
    ...(report ? { report } : {}),
  });
  const taken: Assignment = { kind: 'transfer', ...step, to: 'user:office-deputy', by: 'office', on: '2025-03-03', reason: '出差' };
  const ours = { actor: { unitId: 'health', principals: ['unit:health'] }, unit: { id: 'health', name: '县卫健委' } };
  const urging = { today: '2025-03-03', actor: { userId: 'supervisor', principals: ['role:supervisor'] }, unit };
  const urged = (on: string) => ({ by: 'supervisor', on, to: ['role:office'] });
  const granted = (rule: string) => ({ rule, reason: '仅一家', document: 'paper-0', number: '青数函1号', date: '2025-03-03', by: 'office', on: '2025-03-03' });
  const reported = { text: '已核对', on: '2025-03-04' };
  const asked = (id: string, principal: string, change: Partial<Signer> = {}): Signer => ({
    id,
    principal,
    ...step,
    by: 'office',
    on: '2025-03-03',
    question: '请提意见',
    ...change,
  });
  const answered = { opinion: { agrees: true, text: '同意', by: 'health', on: '2025-03-04', documents: [] } };
  const withdrawn = { withdrawn: { by: 'office', on: '2025-03-04', reason: '不再征求' } };

  /** Builds a rule of the given weight, so that the examples do not depend on the rules of the procedure. */
  const weighed = (id: string, weight: 'principle' | 'must') =>
    rule({ id, clause: '', holds: weight === 'must' ? '未经评审不予审批' : '举例', says: '举例', remedy: '举例', about: 'case', weight, judge: () => yes() });

  /**
   * Builds a machine with a state that is judged (`here`) and one that is prepared (`ours`), so that the examples do
   * not depend on the procedure.
   */
  function machineFor({ notOwnCase, clauses }: ActDesk) {
    const clause = clauses.responsibility;
    const { machine, on, waiting } = grammar<object>()({
      id: 'illustration',
      states: { here: {}, ours: {} },
      parties,
      events: { judge: { label: '作出决定', payload: z.strictObject({}) } },
      decisions: [notOwnCase],
    });
    return machine({
      initial: 'here',
      states: {
        here: { ...waiting({ label: '审查中', party: 'office', clause }), on: on('judge', { by: 'office', clauses: [clause], decides: true }) },
        ours: waiting({ label: '准备材料', party: 'applicant', clause }),
      },
    });
  }

  /** The bureau has stepped aside in its own case, and finance decides instead. */
  const aside: Assignment = {
    kind: 'transfer',
    state: null,
    party: 'office',
    from: 'role:office',
    to: 'unit:finance',
    by: 'office',
    on: '2025-03-03',
    reason: '本局项目',
    basis: { document: 'paper-0', number: '青政办函3号', date: '2025-03-03' },
  };
  const bureauOwn = { actor: bureau, unit: { id: 'office', name: office } };
  /**
   * A member of the applicant acts in the bureau's place; after it, a member of the department above the applicant
   * does.
   */
  const ofApplicant = { actor: standIn, unit: { id: 'health', name: '县卫健委' } };
  const ofSuperior = { actor: standIn, unit: { id: 'county-hospital', name: '县人民医院', supervisingUnitId: 'health' } };
  const preparing = {
    state: 'ours',
    label: '准备材料',
    stage: null,
    clause: '',
    party: 'applicant',
    kind: 'unit',
    partyLabel: '项目单位',
    principal: 'unit:health',
  } as const;

  const { assigneeAllowed, assigneeKnown, assigneeOther, delegatedOnce, delegationMine, givenToThem, ownStep, sameOffice } = desk;
  const { askedNotTwice, informedKnown, signatureMine, signerAsked, signersAllowed, signersKnown, signersNotApplicant } = desk;
  const { documentHere, exceptionDated, exceptionOnce, exceptionPossible, urgedOnce } = desk;
  const { designeeElsewhere, designeeKnown, notOwnCase, notOwnGiven, notOwnReport, notOwnSignature, notOwnSigner, notOwnStep, recusedOnce } = desk;
  const { proves, provesAt } = proofs<ActSituation>();
  const illustrated: Procedure = {
    ...procedure,
    machine: machineFor(desk),
    parties,
    creation: {
      ...procedure.creation,
      rules: [...procedure.creation.rules, weighed('example.in-principle', 'principle'), weighed('example.in-any-case', 'must')],
    },
  };
  const at = (desk: Partial<Desk> = {}, waits: readonly Wait[] = [wait]) => ({
    context: () => ({ desk: { ...EMPTY_DESK, ...desk }, waits, procedure: illustrated, context: null }),
    facts,
  });
  const given = <Data>(example: Case<ActSituation, Data>, desk?: Partial<Desk>, waits?: readonly Wait[]): Case<ActSituation, Data> => ({
    ...at(desk, waits),
    ...example,
  });
  const paper = (id: string) => ({ ...facts, documents: [id] });

  return [
    ...proves(
      ownStep,
      given({ passes: '没有指明环节', data: {} }),
      given({ passes: '指明的环节由本人办理', data: { state: 'here' } }),
      given({ fails: '指明的环节由别人办理', data: { state: 'ours' }, says: '环节“准备材料”现在不由您办理' }),
      given({ fails: '没有这个环节', data: { state: 'elsewhere' }, says: '环节“elsewhere”现在不由您办理' }),
      given({ fails: '指明的环节已经转办给别人', data: { state: 'here' }, facts: { ...facts, actor: { principals: ['user:finance'] } } }),
    ),
    ...proves(
      assigneeKnown,
      given({ passes: '交给在用的账号', data: { to: 'office-deputy' } }),
      given({ fails: '没有这个账号', data: { to: 'nobody' }, says: 'nobody' }),
    ),
    ...proves(
      assigneeOther,
      given({ passes: '交给同事', data: { to: 'office-deputy' } }),
      given({ fails: '交给自己', data: { to: 'office' }, says: '不能交给自己办理' }),
    ),
    ...proves(
      sameOffice,
      given({ passes: '转办给本单位人员', data: { to: 'office-deputy' } }),
      given({ passes: '没有这个账号：由另一条规则答复', data: { to: 'nobody' } }),
      given({ passes: '代理人把被代理单位的事项转办给该单位人员', data: { to: 'office-deputy' }, facts: { ...facts, actor: standIn } }),
      given({ fails: '转办给外单位人员', data: { to: 'finance' }, says: '县财政局不是本单位人员' }),
      given({
        fails: '代理人把被代理单位的事项转办给自己单位',
        data: { to: 'health-deputy' },
        facts: { ...facts, actor: standIn },
        says: '县卫健委第二经办人',
      }),
    ),
    ...proves(
      assigneeAllowed,
      given({ passes: '交给其他单位人员', data: { to: 'finance' } }),
      given({ passes: '没有这个账号：也由另一条规则答复', data: { to: 'nobody' } }),
      given({ passes: '申报单位的环节在本单位内转办', data: { to: 'health-deputy' }, facts: ours }, {}, [preparing]),
      given(
        {
          passes: '两个环节都由本人办理：指明准备材料的',
          data: { to: 'health-deputy', state: 'ours' },
          facts: { ...ours, actor: { ...ours.actor, principals: ['unit:health', 'role:office'] } },
        },
        {},
        [wait, preparing],
      ),
      given({ passes: '没有本人办理的环节：由另一条规则答复', data: { to: 'education' }, facts: { ...facts, actor: { principals: ['user:finance'] } } }),
      given({ fails: '审查交给申报单位人员', data: { to: 'education' }, says: '县教体局属于申报单位' }),
      given(
        { fails: '转办来的审查，再交给申报单位人员', data: { to: 'education' }, facts: { ...facts, actor: { principals: ['user:office-deputy'] } } },
        { assignments: [taken] },
        [{ ...wait, principal: 'user:office-deputy' }],
      ),
      given({
        fails: '审查部门自己的事项在本部门内转办',
        data: { to: 'office-deputy' },
        facts: { actor: bureau, unit: { id: 'office' } },
        says: '第二经办人属于申报单位',
      }),
      given({ fails: '代理人来自申报单位，仍不能交给申报单位', data: { to: 'health-deputy' }, facts: { actor: standIn, unit: { id: 'health' } } }),
    ),
    ...proves(
      delegatedOnce,
      given({ passes: '没有委派过', data: { to: 'finance' } }),
      given({ passes: '已委派给另一人', data: { to: 'finance' } }, { assignments: [delegated('health')] }),
      given({ passes: '委派过，已经回复', data: { to: 'finance' } }, { assignments: [delegated('finance', reported)] }),
      given({ passes: '另一环节委派给同一人', data: { to: 'finance' } }, { assignments: [{ ...delegated('finance'), state: 'elsewhere' }] }),
      given({ passes: '另一角色的环节委派给同一人', data: { to: 'finance' } }, { assignments: [{ ...delegated('finance'), party: 'finance' }] }),
      given({ passes: '另一部门委派给同一人', data: { to: 'finance' } }, { assignments: [{ ...delegated('finance'), from: 'unit:health' }] }),
      given(
        { passes: '没有本人办理的环节：由另一条规则答复', data: { to: 'finance' }, facts: { ...facts, actor: { principals: ['user:finance'] } } },
        { assignments: [delegated('finance')] },
      ),
      given({ fails: '委派过，尚未回复', data: { to: 'finance' }, says: '已经委派给县财政局' }, { assignments: [delegated('finance')] }),
      given(
        {
          fails: '指明的环节委派过，尚未回复',
          data: { to: 'finance', state: 'ours' },
          facts: { ...ours, actor: { ...ours.actor, principals: ['unit:health', 'role:office'] } },
        },
        { assignments: [{ ...delegated('finance'), state: 'ours', party: 'applicant', from: 'unit:health' }] },
        [wait, preparing],
      ),
    ),
    ...proves(
      givenToThem,
      given({ passes: '不指明人员：全部收回', data: {} }),
      given({ passes: '从受委派人收回', data: { from: 'finance' } }, { assignments: [delegated('finance')] }),
      given(
        { passes: '自己交出的，不是本岗位的环节', data: { from: 'finance' }, facts: { ...facts, actor: { userId: 'office', principals: ['unit:elsewhere'] } } },
        { assignments: [delegated('finance')] },
      ),
      given(
        { passes: '代理期间交出的，代理期间收回', data: { from: 'finance' }, facts: { ...facts, actor: { ...standIn, principals: ['unit:elsewhere'] } } },
        { assignments: [{ ...delegated('finance'), by: 'health', inPlaceOf: 'office' }] },
      ),
      given(
        { passes: '代理人交出的，由本岗位收回', data: { from: 'finance' } },
        { assignments: [{ ...delegated('finance'), by: 'health', inPlaceOf: 'office-deputy' }] },
      ),
      given(
        { fails: '代理结束以后收回代理期间交出的', data: { from: 'finance' }, facts: { ...facts, actor: { userId: 'health', principals: ['unit:health'] } } },
        { assignments: [{ ...delegated('finance'), by: 'health', inPlaceOf: 'office' }] },
      ),
      given({ fails: '回避后收回', data: { from: 'finance' } }, { assignments: [{ ...aside, to: 'user:finance' }] }),
      given({ fails: '已经在本人手中', data: { from: 'office' } }, { assignments: [{ ...taken, to: 'user:office' }] }),
      given({ fails: '没有委派给该人员', data: { from: 'health' }, says: '从县卫健委收回' }, { assignments: [delegated('finance')] }),
      given({ fails: '已经回复，不能收回', data: { from: 'finance' } }, { assignments: [delegated('finance', reported)] }),
      given(
        { fails: '不是本单位交出的', data: { from: 'finance' }, facts: { ...facts, actor: { userId: 'health', principals: ['unit:health'] } } },
        { assignments: [delegated('finance')] },
      ),
    ),
    ...proves(
      signersKnown,
      given({ passes: '单位、岗位、人员都有人收', data: { to: ['unit:health', 'role:archives', 'user:finance'] } }),
      given({ fails: '单位和岗位都没有人', data: { to: ['unit:health', 'unit:nowhere', 'role:admiral'] }, says: '找不到：unit:nowhere、role:admiral' }),
    ),
    ...proves(
      informedKnown,
      given({ passes: '抄送的单位有人收', data: { to: ['unit:audit'] } }),
      given({ fails: '抄送的人员不存在', data: { to: ['user:nobody'] }, says: 'user:nobody' }),
    ),
    ...proves(
      signersAllowed,
      given({ passes: '征求外单位和同事的意见', data: { to: ['unit:health', 'user:office-deputy'] } }),
      given({ fails: '征求的对象包括自己', data: { to: ['unit:health', 'user:office'] } }),
    ),
    ...proves(
      signersNotApplicant,
      given({ passes: '征求其他单位的意见', data: { to: ['unit:health', 'user:finance', 'role:archives'] } }),
      given({ passes: '申报单位在自己的环节征求同事的意见', data: { to: ['unit:health', 'user:health-deputy'] }, facts: ours }, {}, [preparing]),
      given({
        passes: '没有加签的环节由本人办理：由另一条规则答复',
        data: { to: ['unit:education'] },
        facts: { ...facts, actor: { principals: ['user:finance'] } },
      }),
      given({ passes: '没有这个人员：由另一条规则答复', data: { to: ['user:nobody'] } }),
      given({ fails: '向申报单位加签', data: { to: ['unit:health', 'unit:education'] }, says: '县教体局是申报单位', seen: { 申报单位: '县教体局' } }),
      given({ fails: '向申报单位的人员加签', data: { to: ['user:education'] }, seen: { 申报单位: '县教体局' } }),
      given({
        fails: '单位编号不在名录，仍是申报单位',
        data: { to: ['unit:gone'] },
        facts: { actor: bureau, unit: { id: 'gone', name: '撤并单位' } },
        says: '撤并单位',
      }),
    ),
    ...proves(
      askedNotTwice,
      given({ passes: '没有征求过', data: { to: ['unit:health'] } }),
      given({ passes: '征求过，已经答复', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', answered)] }),
      given({ passes: '征求过，已经减签', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', withdrawn)] }),
      given({ passes: '另一部门征求过同一方的意见', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', { from: 'role:finance' })] }),
      given({ passes: '在另一环节征求过', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', { state: 'elsewhere' })] }),
      given(
        {
          fails: '指明的环节征求过',
          data: { to: ['unit:finance'], state: 'ours' },
          facts: { ...ours, actor: { ...ours.actor, principals: ['unit:health', 'role:office'] } },
        },
        { signers: [asked('3-1', 'unit:finance', { state: 'ours', party: 'applicant', from: 'unit:health' })] },
        [wait, preparing],
      ),
      given(
        { fails: '征求过，尚未答复', data: { to: ['unit:finance', 'unit:health'] }, says: '已经在征求意见：县卫健委' },
        { signers: [asked('3-1', 'unit:health')] },
      ),
      given(
        { fails: '两方都征求过，尚未答复：一并指出', data: { to: ['unit:health', 'role:finance'] }, says: '县卫健委、县财政局' },
        { signers: [asked('3-1', 'unit:health'), asked('3-2', 'role:finance')] },
      ),
    ),
    ...proves(
      signerAsked,
      given({ passes: '减去尚未答复的加签', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:health')] }),
      given(
        { fails: '加签已经答复', data: { signer: '3-1' }, says: '3-1' },
        { signers: [asked('3-1', 'unit:health', answered), asked('3-2', 'unit:finance')] },
      ),
      given({ fails: '没有这个加签', data: { signer: '9-9' } }),
    ),
    ...proves(
      signatureMine,
      given({ passes: '不填编号：答复最早的一项', data: {} }, { signers: [asked('3-1', 'user:office')] }),
      given({ passes: '答复第二项', data: { signer: '4-1' } }, { signers: [asked('3-1', 'user:office'), asked('4-1', 'unit:office')] }),
      given(
        { fails: '向别人征求的', data: { signer: '3-1' }, says: '3-1', seen: { 加签编号: '3-1' } },
        { signers: [asked('3-1', 'unit:health'), asked('4-1', 'unit:office')] },
      ),
      given({ fails: '已经答复', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:office', answered)] }),
    ),
    ...proves(
      delegationMine,
      given({ passes: '不填编号：回复最早的一项', data: {} }, { assignments: [{ ...delegated('office'), id: '3' }] }),
      given(
        { passes: '回复第二项', data: { delegation: '4' } },
        {
          assignments: [
            { ...delegated('office'), id: '3' },
            { ...delegated('office'), id: '4' },
          ],
        },
      ),
      given(
        { fails: '交给别人的', data: { delegation: '3' }, says: '：3', seen: { 委派编号: '3' } },
        {
          assignments: [
            { ...delegated('health'), id: '3' },
            { ...delegated('office'), id: '4' },
          ],
        },
      ),
      given({ fails: '已经回复', data: { delegation: '3' } }, { assignments: [{ ...delegated('office', reported), id: '3' }] }),
    ),
    ...provesAt(
      ['transfer', 'delegate', 'addSigners'],
      notOwnStep,
      given({ passes: '审查人不属于申报单位', data: {} }),
      given({ passes: '申报单位在自己的环节', data: {}, facts: ours }, {}, [preparing]),
      given(
        {
          passes: '指明自己准备材料的环节',
          data: { state: 'ours' },
          facts: { actor: { ...standIn, principals: ['unit:health', 'role:office'] }, unit: ofApplicant.unit },
        },
        {},
        [wait, preparing],
      ),
      given({ passes: '没有本人办理的环节：由另一条规则答复', data: {}, facts: { ...ofApplicant, actor: { unitId: 'health', principals: [] } } }),
      given({ fails: '申报单位的人员代审查部门安排', data: {}, facts: ofApplicant, says: '县卫健委属于申报单位' }),
      given({ fails: '主管部门的人员代审查部门安排', data: {}, facts: ofSuperior, says: '主管部门，不能代' }),
      given({ fails: '审查部门自己的事项', data: {}, facts: bureauOwn }),
    ),
    ...provesAt(
      'removeSigner',
      notOwnSigner,
      given({ passes: '减签人不属于申报单位', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:finance')] }),
      given(
        { passes: '申报单位减去自己环节的加签', data: { signer: '3-2' }, facts: ours },
        { signers: [asked('3-1', 'unit:finance'), asked('3-2', 'unit:finance', { state: 'ours', party: 'applicant', from: 'unit:health' })] },
        [preparing],
      ),
      given(
        { fails: '申报单位的人员代审查部门减签', data: { signer: '3-1' }, facts: ofApplicant, says: '属于申报单位' },
        { signers: [asked('3-1', 'unit:finance')] },
      ),
    ),
    ...provesAt(
      'giveSignature',
      notOwnSignature,
      given({ passes: '答复人不属于申报单位', data: {} }, { signers: [asked('3-1', 'unit:office')] }),
      given(
        { passes: '申报单位的人员答复本单位环节的加签', data: {}, facts: ours },
        { signers: [asked('3-1', 'unit:health', { state: 'ours', party: 'applicant', from: 'unit:health' })] },
      ),
      given(
        { passes: '指明本单位环节的加签', data: { signer: '3-2' }, facts: ours },
        { signers: [asked('3-1', 'unit:health'), asked('3-2', 'unit:health', { state: 'ours', party: 'applicant', from: 'unit:health' })] },
      ),
      given({ fails: '申报单位的人员代别的部门答复', data: {}, facts: ofApplicant, says: '属于申报单位' }, { signers: [asked('3-1', 'unit:office')] }),
    ),
    ...provesAt(
      'reportDelegation',
      notOwnReport,
      given({ passes: '受委派人不属于申报单位', data: {} }, { assignments: [delegated('office')] }),
      given(
        { passes: '指明申报单位自己委派的一项', data: { delegation: '4' }, facts: ofApplicant },
        {
          assignments: [
            { ...delegated('office'), id: '3' },
            { ...delegated('office'), id: '4', state: 'ours', party: 'applicant', from: 'unit:health' },
          ],
        },
      ),
      given({ fails: '申报单位的人员代受委派人回复', data: {}, facts: ofApplicant }, { assignments: [delegated('office')] }),
    ),
    ...provesAt(
      'reclaim',
      notOwnGiven,
      given({ passes: '收回人不属于申报单位', data: {} }, { assignments: [taken] }),
      given(
        { passes: '申报单位收回自己的环节', data: {}, facts: ours },
        { assignments: [{ ...taken, state: 'ours', party: 'applicant', from: 'unit:health', to: 'user:health-deputy' }] },
      ),
      given(
        {
          passes: '只从本单位的人员收回',
          data: { from: 'health-deputy' },
          facts: { ...ofApplicant, actor: { ...standIn, principals: ['unit:health', 'role:office'] } },
        },
        { assignments: [taken, { ...taken, state: 'ours', party: 'applicant', from: 'unit:health', to: 'user:health-deputy' }] },
      ),
      given(
        { fails: '全部收回，其中有审查的环节', data: {}, facts: { ...ofApplicant, actor: { ...standIn, principals: ['unit:health', 'role:office'] } } },
        { assignments: [{ ...taken, state: 'ours', party: 'applicant', from: 'unit:health', to: 'user:health-deputy' }, taken] },
      ),
      given({ fails: '申报单位的人员代审查部门收回', data: {}, facts: ofApplicant }, { assignments: [taken] }),
    ),
    ...proves(
      recusedOnce,
      given({ passes: '还没有回避', facts: bureauOwn }),
      given({ passes: '另一部门回避过', facts: bureauOwn }, { assignments: [{ ...aside, party: 'finance', from: 'role:finance' }] }),
      given({ passes: '本岗位只是转办过', facts: bureauOwn }, { assignments: [taken] }),
      given({ fails: '已经指定别的单位', facts: bureauOwn, says: '不能另行指定' }, { assignments: [aside] }),
      given({ fails: '其他单位的人员代为回避', facts: { ...bureauOwn, actor: standIn } }),
      given({ fails: '申报单位的人员代审查部门回避', facts: ofApplicant }),
    ),
    ...proves(
      documentHere,
      given({ passes: '没有附材料', data: {} }),
      given({ passes: '所附材料在本案件', data: { documents: ['paper-0'] }, facts: paper('paper') }),
      given({ passes: '依据文件在本案件', data: { document: 'paper-0' }, facts: paper('paper') }),
      given({ passes: '本案件有多份材料，附其中一份', data: { document: 'letter-1' }, facts: { ...facts, documents: ['paper', 'letter'] } }),
      given({ fails: '两份材料都不在本案件：一并指出', data: { documents: ['other-0', 'third-0'] }, facts: paper('paper'), says: 'other-0、third-0' }),
      given({ fails: '依据文件不在本案件', data: { document: 'other-0' }, facts: paper('paper'), says: '本案件没有这份材料：other-0' }),
      given({ fails: '附件有一份不在本案件', data: { documents: ['paper-0', 'other-0'] }, facts: paper('paper'), says: '：other-0' }),
    ),
    ...proves(
      exceptionPossible,
      given({ passes: '规则属于“原则上”一类', data: { rule: 'example.in-principle' } }),
      given({
        fails: '规则属于“不得”一类',
        data: { rule: 'example.in-any-case' },
        says: '“未经评审不予审批”不是',
        seen: { 规则: 'example.in-any-case', 要求: '未经评审不予审批' },
      }),
      given({ fails: '没有这条规则', data: { rule: 'no.such-rule' }, says: '“no.such-rule”不是' }),
    ),
    ...proves(
      exceptionOnce,
      given({ passes: '没有批准过例外', data: { rule: 'example.in-principle' } }),
      given({ passes: '批准过另一条规则的例外', data: { rule: 'example.in-principle' } }, { exceptions: [granted('another.rule')] }),
      given(
        { fails: '已经批准过', data: { rule: 'example.in-principle' }, says: '已凭青数函1号批准例外', seen: { 文号: '青数函1号' } },
        { exceptions: [granted('example.in-principle')] },
      ),
    ),
    ...proves(
      urgedOnce,
      given({ passes: '没有催办过', facts: urging }),
      given({ passes: '昨天催办过', facts: urging }, { urges: [urged('2025-03-02')] }),
      given({ passes: '别人今天催办过', facts: urging }, { urges: [{ ...urged('2025-03-03'), by: 'education' }] }),
      given({ passes: '今天催办的是别人', facts: urging }, { urges: [{ ...urged('2025-03-03'), to: ['unit:health'] }] }),
      given({ fails: '今天催办过同一办理人', facts: urging, says: `今天已经催办过${office}`, seen: { 办理人: office } }, { urges: [urged('2025-03-03')] }),
      given(
        {
          fails: '今天催办过，自己也是办理人之一：不算在内',
          facts: { ...urging, actor: { ...urging.actor, principals: ['unit:health'] } },
          seen: { 办理人: office },
        },
        { urges: [urged('2025-03-03')] },
        [wait, preparing],
      ),
      given(
        { fails: '今天催办过的两方都还没有办理', facts: urging, seen: { 办理人: `${office}、县卫健委` } },
        { urges: [{ ...urged('2025-03-03'), to: ['role:office', 'unit:health'] }] },
        [wait, preparing],
      ),
      given({ passes: '今天只催办过两方中的一方', facts: urging }, { urges: [urged('2025-03-03')] }, [wait, preparing]),
    ),
    ...proves(
      designeeKnown,
      given({ passes: '指定的单位有人收', data: { to: 'unit:finance' } }),
      given({ fails: '指定的人员不存在', data: { to: 'user:nobody' }, says: '找不到：user:nobody', seen: { 找不到: 'user:nobody' } }),
    ),
    ...proves(
      designeeElsewhere,
      given({ passes: '指定没有隶属关系的单位', data: { to: 'unit:finance' } }),
      given({ passes: '指定没有隶属关系的单位的人员', data: { to: 'user:finance' } }),
      given({ passes: '没有这个人员：由另一条规则答复', data: { to: 'user:nobody' } }),
      given({ fails: '指定申报单位自己', data: { to: 'unit:education' }, says: '县教体局是申报单位，或者', seen: { 受指定单位: '县教体局' } }),
      given({ fails: '指定申报单位的人员', data: { to: 'user:education' }, seen: { 受指定单位: '县教体局' } }),
      given({
        fails: '指定申报单位的主管部门',
        data: { to: 'unit:health' },
        facts: { ...facts, unit: { id: 'county-hospital', supervisingUnitId: 'health' } },
        seen: { 受指定单位: '县卫健委' },
      }),
      given({ fails: '指定申报单位的下属单位', data: { to: 'unit:no1-school' } }),
      given({
        fails: '指定的单位不在名录，仍是申报单位',
        data: { to: 'unit:gone' },
        facts: { actor: bureau, unit: { id: 'gone', name: '撤并单位' } },
        seen: { 受指定单位: 'gone' },
      }),
    ),
    ...proves(
      exceptionDated,
      given({ passes: '依据文件今天印发', data: { date: '2025-03-03' }, facts: { ...facts, today: '2025-03-03' } }),
      given({ fails: '依据文件日期在明天', data: { date: '2025-03-04' }, facts: { ...facts, today: '2025-03-03' }, says: ['2025-03-04', '2025-03-03'] }),
    ),
    ...provesAt(
      'grantException',
      notOwnCase,
      given({ passes: '批准人不属于申报单位' }),
      given({ fails: '批准人属于申报单位', facts: { actor: bureau, unit: { id: 'office', name: office } } }),
    ),
  ];
}
