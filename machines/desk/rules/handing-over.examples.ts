import type { ActSituation } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import type { ActDesk, ActGround } from '../testing/ground.js';

export function handingOverExamples(desk: ActDesk, ground: ActGround): Example<ActSituation>[] {
  const { assigneeAllowed, assigneeKnown, assigneeOther, delegatedOnce, delegationMine, givenToThem, ownStep, sameOffice } = desk;
  const { aside, bureau, delegated, facts, given, ours, preparing, proves, reported, standIn, taken, wait } = ground;
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
      given({ fails: '没有委派给该人员', data: { from: 'health' }, says: '从“县卫健委”收回' }, { assignments: [delegated('finance')] }),
      given({ fails: '已经回复，不能收回', data: { from: 'finance' } }, { assignments: [delegated('finance', reported)] }),
      given(
        { fails: '不是本单位交出的', data: { from: 'finance' }, facts: { ...facts, actor: { userId: 'health', principals: ['unit:health'] } } },
        { assignments: [delegated('finance')] },
      ),
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
  ];
}
