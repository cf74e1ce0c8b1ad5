import type { ActSituation } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import type { ActDesk, ActGround } from '../testing/ground.js';

export function ownCaseExamples(desk: ActDesk, ground: ActGround): Example<ActSituation>[] {
  const { designeeElsewhere, designeeKnown, notOwnCase, notOwnGiven, notOwnReport, notOwnSignature, notOwnSigner, notOwnStep, recusedOnce } = desk;
  const { aside, asked, bureau, bureauOwn, delegated, facts, given, ofApplicant, ofSuperior, office, ours, preparing, proves, provesAt, standIn, taken, wait } =
    ground;
  return [
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
      designeeKnown,
      given({ passes: '指定的单位有人收', data: { to: 'unit:finance' } }),
      given({ fails: '指定的人员不存在', data: { to: 'user:nobody' }, says: '找不到：“user:nobody”', seen: { 找不到: 'user:nobody' } }),
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
        seen: { 受指定单位: '编号“gone”' },
      }),
    ),
    ...provesAt(
      'grantException',
      notOwnCase,
      given({ passes: '批准人不属于申报单位' }),
      given({ fails: '批准人属于申报单位', facts: { actor: bureau, unit: { id: 'office', name: office } } }),
    ),
  ];
}
