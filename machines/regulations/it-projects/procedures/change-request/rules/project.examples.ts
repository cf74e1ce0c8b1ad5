import { CREATION, type Case } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { wan } from '#machines/kit/words/money.js';
import { units } from '../../../testing/world.js';
import { amount } from '../../project/testing/ground.js';
import type { ChangeContext } from '../context.js';
import type { ChangeRule } from '../project.js';
import { onProject, other, provesAt } from '../testing/ground.js';
import {
  beforeAcceptance,
  budgetApproved,
  decidedAfterBudget,
  noneInFiling,
  onlyOpenChange,
  projectKnown,
  projectNotSuspended,
  projectUnderWay,
} from './project.js';

const others = (...changes: ReturnType<typeof other>[]) => ({ facts: onProject({ changes }) });
const estimated = { amounts: [amount('estimate', wan(400)), amount('feasibility', wan(400))] };
const stands = (status: 'active' | 'suspended' | 'closed' | 'terminated') => ({ facts: onProject({}, status) });

const named = { project: 'XM-2025-0001' };
const HANDED_IN = ['recordDecision', 'submitChange', 'fileChange'];

const changesOfUnit = { as: 'changes', procedure: 'change-request', units: ['education'] };
const filed = ({
  project = 'project',
  states = ['underway.filing.reviewing'],
  ...more
}: {
  id?: string;
  number?: string;
  project?: string;
  states?: string[];
}) =>
  relatedCase({
    id: 'other',
    number: 'BG-2026-0007',
    procedure: 'change-request',
    unit: units.education!,
    context: { project: { id: project } },
    states,
    ...more,
  });
const inFiling = (...changes: ReturnType<typeof filed>[]) => ({ facts: { related: { ...onProject().related, changes } } });

/** Repeats the examples for the beginning of a change and for its later events. */
const bothTimes = (later: readonly string[], rule: ChangeRule, ...cases: Case<ChangeContext, unknown>[]) => [
  ...provesAt(CREATION, rule, ...cases.map((one) => ({ ...one, data: named }))),
  ...provesAt(later, rule, ...cases.map(again)),
];
/** Two examples of a rule may not have the same name. */
const again = (one: Case<ChangeContext, unknown>): Case<ChangeContext, unknown> =>
  'passes' in one ? { ...one, passes: `后来：${one.passes}` } : { ...one, fails: `后来：${one.fails}` };

export const projectExamples = [
  ...provesAt(
    CREATION,
    projectKnown,
    { passes: '本单位的项目', data: named, looks: [{ as: 'project', procedure: 'project', id: 'XM-2025-0001' }] },
    { fails: '没有这个项目', data: { project: 'XM-2025-0009' }, facts: { related: { project: [] } }, says: '没有找到本单位的这个项目' },
    { fails: '其他单位的项目：说法相同', data: named, facts: { actor: { unitId: 'health' } }, says: '没有找到本单位的这个项目' },
  ),
  ...provesAt(
    CREATION,
    budgetApproved,
    { passes: '概算已批复400万元', data: named, seen: { 概算批复: '400万元' } },
    { fails: '只有可研批复，概算未批复', data: named, facts: onProject(estimated), says: '尚未批复', seen: { 概算批复: null } },
    { passes: '其他单位的项目，概算未批复：不透露', data: named, facts: { ...onProject(estimated), actor: { unitId: 'health' } }, seen: {} },
  ),
  ...bothTimes(
    [...HANDED_IN, 'approve'],
    projectUnderWay,
    { passes: '项目在建', ...stands('active'), seen: { 项目: '未结束' } },
    { passes: '项目暂停：尚未结束', ...stands('suspended') },
    { fails: '项目已闭环', ...stands('closed'), says: '已闭环', seen: { 项目: '已闭环' } },
    { fails: '项目已终止', ...stands('terminated'), says: '已终止' },
  ),
  ...bothTimes(
    [...HANDED_IN, 'approve'],
    projectNotSuspended,
    { passes: '项目没有暂停', ...stands('active') },
    { fails: '项目已暂停', ...stands('suspended'), says: '已暂停' },
  ),
  ...bothTimes(
    HANDED_IN,
    noneInFiling,
    { passes: '没有其他变更', ...inFiling(), seen: { 正在备案: null } },
    { passes: '还没有查找其他变更', seen: { 正在备案: null } },
    { passes: '其他变更已受理备案', ...inFiling(filed({ states: ['underway.implementing'] })) },
    { passes: '正在备案的是另一项目的变更', ...inFiling(filed({ project: 'elsewhere' })) },
    { passes: '正在备案的是本次变更', ...inFiling(filed({ id: 'this' })) },
    {
      fails: '另一变更正在备案',
      ...inFiling(filed({}), filed({ states: ['underway.filing.correcting'], number: 'BG-2026-0008' }), filed({ states: ['underway.drafting'] })),
      says: '变更BG-2026-0007、BG-2026-0008已报备案，尚未受理',
      seen: { 正在备案: 'BG-2026-0007、BG-2026-0008' },
    },
  ),
  ...provesAt(CREATION, noneInFiling, {
    passes: '提出时：查看本单位的变更',
    data: named,
    looks: [{ as: 'project', procedure: 'project', id: 'XM-2025-0001' }, changesOfUnit],
  }),
  ...provesAt('submitChange', noneInFiling, { passes: '提交时：查看本单位的变更', looks: [{ as: 'project', linked: 'project' }, changesOfUnit] }),
  ...provesAt(
    HANDED_IN,
    decidedAfterBudget,
    { passes: '概算批复当日决定', data: { decidedOn: '2025-06-03' } },
    {
      fails: '概算批复前一天决定',
      data: { decidedOn: '2025-06-02' },
      says: '内部决策日期2025-06-02早于现行概算的批复日期2025-06-03',
      seen: { 内部决策日期: '2025-06-02', 概算批复日期: '2025-06-03' },
    },
    {
      fails: '概算经变更后重新批复：从那一天起',
      facts: onProject({ amounts: [amount('budget', wan(400)), amount('budget', wan(380), '2026-02-02'), amount('contract', wan(300))] }),
      data: { decidedOn: '2026-02-01' },
      seen: { 内部决策日期: '2026-02-01', 概算批复日期: '2026-02-02' },
    },
    { passes: '概算未批复：由另一条规则答复', facts: onProject(estimated), data: { decidedOn: '2020-01-01' } },
    { passes: '没有填写日期：由表单检查', data: {} },
  ),
  ...bothTimes(
    HANDED_IN,
    onlyOpenChange,
    { passes: '没有其他变更', seen: { 未办结: null } },
    { passes: '其他变更都已办结', ...others(other('made', 1), other('approved', 2), other('closed', 3)) },
    { passes: '未办结的是本次变更', ...others({ ...other('open'), change: 'this' }) },
    { passes: '项目已闭环：变更随之结束', facts: onProject({ changes: [other('open')] }, 'closed') },
    { fails: '另有变更在准备', ...others(other('open')), says: 'BG-2026-0007', seen: { 未办结: 'BG-2026-0007' } },
    { fails: '另有变更待批', ...others(other('made', 1), other('pending')) },
    {
      fails: '另有两项变更未办结：一并指出',
      ...others({ ...other('open'), number: 'BG-2026-0005' }, other('pending')),
      seen: { 未办结: 'BG-2026-0005、BG-2026-0007' },
    },
  ),
  ...bothTimes(
    HANDED_IN,
    beforeAcceptance,
    { passes: '尚未申请验收', seen: { 申请验收: null, 通过验收: null } },
    {
      fails: '已申请竣工验收',
      facts: onProject({ acceptance: { appliedOn: '2026-05-11' } }),
      says: '已于2026-05-11申请竣工验收',
      seen: { 申请验收: '2026-05-11', 通过验收: null },
    },
    { fails: '已自行验收通过', facts: onProject({ acceptance: { passedOn: '2026-05-18' } }), says: '已于2026-05-18通过竣工验收' },
    { fails: '申请后已通过验收', facts: onProject({ acceptance: { appliedOn: '2026-05-11', passedOn: '2026-05-18' } }), says: '已于2026-05-18通过竣工验收' },
  ),
];
