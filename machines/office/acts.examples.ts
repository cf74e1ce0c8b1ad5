import type { ActSituation } from '../kit/act.js';
import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '../kit/desk.js';
import type { Procedure } from '../kit/procedure.js';
import { rule, yes } from '../kit/rule.js';
import { proofs, type Case, type Example } from '../kit/testing/example.js';
import {
  askedNotTwice, assigneeAllowed, assigneeKnown, assigneeOther, delegatedOnce, documentHere, exceptionDated, exceptionPossible, givenToThem, informedKnown, ownStep,
  sameOffice, signerAsked, signersAllowed, signersKnown, signersNotApplicant,
} from './rules/acts.js';
import { notOwnCase } from './rules/decisions.js';

/** Examples of the rules of acts. They bring along the case they speak of: one that waits on the data bureau, for the education office. */

const step = { state: 'here', party: 'dataBureau', from: 'role:data-bureau' } as const;
const wait = { ...step, label: '审查中', clause: '2.6.2', kind: 'role', partyLabel: '县数据资源管理局', principal: 'role:data-bureau' } as const;
const bureau = { userId: 'data-bureau', unitId: 'data-bureau', name: '县数据资源管理局', principals: ['unit:data-bureau', 'role:data-bureau', 'user:data-bureau'] };
const standIn = {
  userId: 'health', unitId: 'health', name: '县卫健委', principals: bureau.principals, actingFor: { userId: 'data-bureau', unitId: 'data-bureau', name: '县数据资源管理局' },
};
const unit = { id: 'education', name: '县教体局' };
const facts = { actor: bureau, unit };

const delegated = (to: string, report?: Assignment['report']): Assignment => ({
  kind: 'delegate', ...step, to: `user:${to}`, by: 'data-bureau', on: '2025-03-03', reason: '请核对', ...(report ? { report } : {}),
});
const reported = { text: '已核对', on: '2025-03-04' };
const asked = (id: string, principal: string, change: Partial<Signer> = {}): Signer => ({ id, principal, ...step, by: 'data-bureau', on: '2025-03-03', question: '请提意见', ...change });
const answered = { opinion: { agrees: true, text: '同意', by: 'health', on: '2025-03-04', documents: [] } };
const withdrawn = { withdrawn: { by: 'data-bureau', on: '2025-03-04', reason: '不再征求' } };

/** A principle to lift and a demand not to, whatever the procedure itself holds. */
const weighed = (id: string, weight: 'principle' | 'must') =>
  rule({ id, clause: '2.6.2', holds: '举例', says: '举例', remedy: '举例', about: 'case', weight, judge: () => yes() });

/** Those for the acts that this procedure offers. */
export function actExamples(procedure: Procedure): Example[] {
  const judged = Object.entries(procedure.acts).flatMap(([type, { rules }]) => rules.map(({ id }) => ({ type, id })));
  return allExamples(procedure).filter(({ rule: id, on }) => judged.some((use) => use.id === id && (on === null || on.includes(use.type))));
}

function allExamples(procedure: Procedure): Example[] {
  const { proves, provesAt } = proofs<ActSituation>();
  const illustrated: Procedure = {
    ...procedure, creation: { ...procedure.creation, rules: [...procedure.creation.rules, weighed('example.in-principle', 'principle'), weighed('example.in-any-case', 'must')] },
  };
  const at = (desk: Partial<Desk> = {}) => ({ context: () => ({ desk: { ...EMPTY_DESK, ...desk }, waits: [wait], procedure: illustrated, context: null }), facts });
  const given = <Data>(example: Case<ActSituation, Data>, desk?: Partial<Desk>): Case<ActSituation, Data> => ({ ...at(desk), ...example });
  const paper = (id: string) => ({ ...facts, documents: [id] });

  return [
    ...proves(ownStep,
      given({ passes: '没有指明环节', data: {} }),
      given({ passes: '指明的环节由本人办理', data: { state: 'here' } }),
      given({ fails: '指明的环节由别人办理', data: { state: 'elsewhere' }, says: '环节elsewhere现在不由您办理' }),
      given({ fails: '指明的环节已经转办给别人', data: { state: 'here' }, facts: { ...facts, actor: { principals: ['user:finance'] } } }),
    ),
    ...proves(assigneeKnown, given({ passes: '交给在用的账号', data: { to: 'data-bureau-deputy' } }), given({ fails: '没有这个账号', data: { to: 'nobody' }, says: 'nobody' })),
    ...proves(assigneeOther, given({ passes: '交给同事', data: { to: 'data-bureau-deputy' } }), given({ fails: '交给自己', data: { to: 'data-bureau' }, says: '不能交给自己办理' })),
    ...proves(sameOffice,
      given({ passes: '转办给本单位人员', data: { to: 'data-bureau-deputy' } }),
      given({ passes: '没有这个账号：由另一条规则答复', data: { to: 'nobody' } }),
      given({ passes: '代理人把被代理单位的事项转办给该单位人员', data: { to: 'data-bureau-deputy' }, facts: { ...facts, actor: standIn } }),
      given({ fails: '转办给外单位人员', data: { to: 'finance' }, says: '县财政局不是本单位人员' }),
      given({ fails: '代理人把被代理单位的事项转办给自己单位', data: { to: 'health-deputy' }, facts: { ...facts, actor: standIn }, says: '县卫健委第二经办人' }),
    ),
    ...proves(assigneeAllowed,
      given({ passes: '交给其他单位人员', data: { to: 'finance' } }),
      given({ passes: '没有这个账号：也由另一条规则答复', data: { to: 'nobody' } }),
      given({ passes: '申报单位的事项在本单位内转办', data: { to: 'health-deputy' }, facts: { actor: { unitId: 'health' }, unit: { id: 'health' } } }),
      given({ fails: '审查交给申报单位人员', data: { to: 'education' }, says: '县教体局属于申报单位' }),
      given({ fails: '代理人来自申报单位，仍不能交给申报单位', data: { to: 'health-deputy' }, facts: { actor: standIn, unit: { id: 'health' } } }),
    ),
    ...proves(delegatedOnce,
      given({ passes: '没有委派过', data: { to: 'finance' } }),
      given({ passes: '已委派给另一人', data: { to: 'finance' } }, { assignments: [delegated('health')] }),
      given({ passes: '委派过，已经回复', data: { to: 'finance' } }, { assignments: [delegated('finance', reported)] }),
      given({ fails: '委派过，尚未回复', data: { to: 'finance' }, says: '已经委派给县财政局' }, { assignments: [delegated('finance')] }),
    ),
    ...proves(givenToThem,
      given({ passes: '不指明人员：全部收回', data: {} }),
      given({ passes: '从受委派人收回', data: { from: 'finance' } }, { assignments: [delegated('finance')] }),
      given({ fails: '没有委派给该人员', data: { from: 'health' }, says: '从县卫健委收回' }, { assignments: [delegated('finance')] }),
      given({ fails: '已经回复，不能收回', data: { from: 'finance' } }, { assignments: [delegated('finance', reported)] }),
      given({ fails: '不是本单位交出的', data: { from: 'finance' }, facts: { ...facts, actor: { userId: 'health', principals: ['unit:health'] } } }, { assignments: [delegated('finance')] }),
    ),
    ...proves(signersKnown,
      given({ passes: '单位、岗位、人员都有人收', data: { to: ['unit:health', 'role:archives', 'user:finance'] } }),
      given({ fails: '单位和岗位都没有人', data: { to: ['unit:health', 'unit:nowhere', 'role:admiral'] }, says: '找不到：unit:nowhere、role:admiral' }),
    ),
    ...proves(informedKnown,
      given({ passes: '抄送的单位有人收', data: { to: ['unit:audit'] } }),
      given({ fails: '抄送的人员不存在', data: { to: ['user:nobody'] }, says: 'user:nobody' }),
    ),
    ...proves(signersAllowed,
      given({ passes: '征求外单位和同事的意见', data: { to: ['unit:health', 'user:data-bureau-deputy'] } }),
      given({ fails: '征求的对象包括自己', data: { to: ['unit:health', 'user:data-bureau'] } }),
    ),
    ...proves(signersNotApplicant,
      given({ passes: '征求其他单位的意见', data: { to: ['unit:health', 'user:finance', 'role:archives'] } }),
      given({ passes: '申报单位在自己的环节征求同事的意见', data: { to: ['unit:health', 'user:health-deputy'] }, facts: { actor: { unitId: 'health' }, unit: { id: 'health', name: '县卫健委' } } }),
      given({ fails: '向申报单位加签', data: { to: ['unit:health', 'unit:education'] }, says: '县教体局是申报单位', seen: { 申报单位: '县教体局' } }),
      given({ fails: '向申报单位的人员加签', data: { to: ['user:education'] }, seen: { 申报单位: '县教体局' } }),
    ),
    ...proves(askedNotTwice,
      given({ passes: '没有征求过', data: { to: ['unit:health'] } }),
      given({ passes: '征求过，已经答复', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', answered)] }),
      given({ passes: '征求过，已经减签', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', withdrawn)] }),
      given({ fails: '征求过，尚未答复', data: { to: ['unit:finance', 'unit:health'] }, says: '已经在征求意见：县卫健委' }, { signers: [asked('3-1', 'unit:health')] }),
      given({ fails: '两方都征求过，尚未答复：一并指出', data: { to: ['unit:health', 'role:finance'] }, says: '县卫健委、县财政局' }, { signers: [asked('3-1', 'unit:health'), asked('3-2', 'role:finance')] }),
    ),
    ...proves(signerAsked,
      given({ passes: '减去尚未答复的加签', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:health')] }),
      given({ fails: '加签已经答复', data: { signer: '3-1' }, says: '3-1' }, { signers: [asked('3-1', 'unit:health', answered), asked('3-2', 'unit:finance')] }),
      given({ fails: '没有这个加签', data: { signer: '9-9' } }),
    ),
    ...proves(documentHere,
      given({ passes: '没有附材料', data: {} }),
      given({ passes: '所附材料在本案件', data: { documents: ['paper-0'] }, facts: paper('paper') }),
      given({ passes: '依据文件在本案件', data: { document: 'paper-0' }, facts: paper('paper') }),
      given({ passes: '本案件有多份材料，附其中一份', data: { document: 'letter-1' }, facts: { ...facts, documents: ['paper', 'letter'] } }),
      given({ fails: '两份材料都不在本案件：一并指出', data: { documents: ['other-0', 'third-0'] }, facts: paper('paper'), says: 'other-0、third-0' }),
      given({ fails: '依据文件不在本案件', data: { document: 'other-0' }, facts: paper('paper'), says: '本案件没有这份材料：other-0' }),
      given({ fails: '附件有一份不在本案件', data: { documents: ['paper-0', 'other-0'] }, facts: paper('paper'), says: '：other-0' }),
    ),
    ...proves(exceptionPossible,
      given({ passes: '规则属于“原则上”一类', data: { rule: 'example.in-principle' } }),
      given({ fails: '规则属于“不得”一类', data: { rule: 'example.in-any-case' }, says: '规则example.in-any-case' }),
      given({ fails: '没有这条规则', data: { rule: 'no.such-rule' } }),
    ),
    ...proves(exceptionDated,
      given({ passes: '依据文件今天印发', data: { date: '2025-03-03' }, facts: { ...facts, today: '2025-03-03' } }),
      given({ fails: '依据文件日期在明天', data: { date: '2025-03-04' }, facts: { ...facts, today: '2025-03-03' }, says: ['2025-03-04', '2025-03-03'] }),
    ),
    ...provesAt('grantException', notOwnCase,
      given({ passes: '批准人不属于申报单位' }),
      given({ fails: '批准人属于申报单位', facts: { actor: bureau, unit: { id: 'data-bureau', name: '县数据资源管理局' } } }),
    ),
  ];
}
