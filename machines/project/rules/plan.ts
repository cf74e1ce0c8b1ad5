import { no, verdict, yes } from '../../kit/rule.js';
import { yearOf } from '../../kit/dates.js';
import { outstandingReviewers } from '../deadlines.js';
import { JOINT_REVIEWERS, parties } from '../../regulation/parties.js';
import { projectRule } from './common.js';

const names = (ids: readonly string[]): string => ids.map((id) => parties[id as keyof typeof parties].label).join('、');

export const preReviewedFirst = projectRule({
  id: 'plan.pre-reviewed-first',
  clause: '2.1.3a',
  holds: '项目已入库或已经预审',
  says: '项目尚未入库，也未经预审，不能申请列入年度计划',
  remedy: '请先完成储备库申报和预审',
  about: 'case',
  judge: ({ context }) => verdict(context.preReviewed !== null, { 预审通过日期: context.preReviewed }),
});

export const planYearAhead = projectRule<{ planYear: number }>({
  id: 'plan.year-ahead',
  clause: '2.1.3a',
  holds: '申请的计划年度不早于今年',
  says: (seen) => `申请的${String(seen['计划年度'])}年度已经过去`,
  remedy: '请申请列入本年度或下一年度计划',
  about: 'event',
  judge: ({ data, facts }) => verdict(data.planYear >= yearOf(facts.today), { 计划年度: data.planYear }),
});

export const objectionExplained = projectRule<{ opinion: 'agree' | 'object'; comment?: string }>({
  id: 'plan.objection-explained',
  clause: '2.1.3b',
  holds: '不同意的联审意见写明理由',
  says: '联审意见为不同意，但没有写明理由',
  remedy: '请填写不同意的理由',
  about: 'event',
  judge: ({ data }) => verdict(data.opinion === 'agree' || data.comment !== undefined),
});

export const jointlyReviewed = projectRule({
  id: 'plan.jointly-reviewed',
  clause: '2.1.3b',
  holds: '各联审部门均已出具意见',
  says: (seen) => `联审意见不全，尚缺：${String(seen['未出具意见'])}`,
  remedy: '请催办尚未出具意见的部门',
  about: 'case',
  judge: ({ context }) => {
    const missing = outstandingReviewers(context);
    return missing.length === 0 ? yes({ 联审部门: JOINT_REVIEWERS.length }) : no({ 未出具意见: names(missing) });
  },
});

export const nobodyObjects = projectRule({
  id: 'plan.nobody-objects',
  clause: '2.1.3b',
  holds: '没有联审部门不同意',
  says: (seen) => `联审部门不同意：${String(seen['不同意'])}`,
  remedy: '请退回申报单位修改后重新联审，或从计划清单剔除',
  about: 'case',
  judge: ({ context }) => {
    const against = JOINT_REVIEWERS.filter((d) => context.plan.opinions[d]?.opinion === 'object');
    return against.length === 0 ? yes() : no({ 不同意: names(against) });
  },
});

const decided = (id: string, who: string, read: (plan: { city?: unknown; province?: unknown; government?: unknown }) => unknown) =>
  projectRule({
    id: `plan.${id}`,
    clause: '2.1.3b',
    holds: `${who}已同意年度计划`,
    says: `${who}对年度计划的意见尚未登记`,
    remedy: `请登记${who}的意见及文号`,
    about: 'case',
    judge: ({ context }) => verdict(read(context.plan) !== undefined),
  });

export const cityAgreedPlan = decided('city-agreed', '市数据资源管理局', (p) => p.city);
export const provinceAgreedPlan = decided('province-agreed', '省数据资源管理部门', (p) => p.province);
export const governmentApprovedPlan = decided('government-approved', '县人民政府', (p) => p.government);

export const inPlan = projectRule({
  id: 'plan.in-plan',
  clause: '2.1.4',
  holds: '项目已列入下达的年度计划，或追加已经县政府批准',
  says: '项目未列入已下达的年度计划，也没有经县政府批准追加，不予审批',
  remedy: '请先申请列入年度计划，或办理计划外追加',
  about: 'case',
  judge: ({ context }) => verdict(context.plan.issued !== undefined || context.outOfPlan?.government !== undefined),
});
