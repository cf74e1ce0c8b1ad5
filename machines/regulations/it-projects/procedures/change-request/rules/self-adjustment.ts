import type { Facts } from '#machines/kit/case/facts.js';
import { seenIn } from '#machines/kit/case/view.js';
import { byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { inWan, percentOf, withinPercent } from '#machines/kit/words/money.js';
import { lastDay } from '#machines/kit/words/period.js';
import { parties } from '../../../parties.js';
import { changeDeclined } from '../../../views/change-request.js';
import type { Content } from '../content.js';
import { adjustedInAll, scheduleOnly, totalAfter } from '../content.js';
import { documents, type DocumentKind } from '../documents.js';
import { ofContent, type Statement } from '../measured.js';
import { aboutProject, changeRule } from '../project.js';
import { parameter, period } from './common.js';

/**
 * The conditions under which a unit may adjust by itself and file it at the same time (二(三)3). All of them must hold.
 * Each is a rule of its own, so that a refusal of the filing names every one that does not hold. The same rules choose
 * the road of a change that is simply handed in.
 */
const condition = (statement: Unmet) =>
  ofContent({
    ...statement,
    remedy: '请按县政府投资变更规定报批，办理“提交变更”；填写有误的，办理“修改变更内容”',
    curedBy: [byStep('submitChange'), byStep('revise')],
    correcting: {
      remedy: `补正后应当仍然可以自主调整；确需超出的，说明情况后重新提交，由${parties.dataBureau.label}办理“不予备案，须报批”，再行报批`,
      curedBy: [byForm('changes'), byStep('declineFiling')],
    },
  });

type Unmet = Omit<Statement, 'remedy' | 'curedBy' | 'correcting'>;

const has = (facts: Facts, kind: DocumentKind): boolean => facts.documents.some((d) => d.kind === kind);

/**
 * A reason that needs a document. A missing document must be handed in; it does not send the change on another road.
 */
const documented = (kind: DocumentKind, statement: Unmet) => {
  const upload = { remedy: `请上传“${documents[kind].label}”`, curedBy: [byDocument(kind)] };
  return ofContent({ ...statement, ...upload, correcting: upload });
};

export const totalWithinBudget = condition({
  id: 'change.total-within-budget',
  clause: '2.3.3a',
  holds: '变更后的总投资(概算批复加各次自主调整的净额)不超过概算批复',
  says: (seen) => `变更后总投资${String(seen['变更后总投资'])}，超过概算批复${String(seen['概算批复'])}，不能自主调整`,
  judge: ({ content, basis }) => {
    const total = totalAfter(basis, content);
    return verdict(total <= basis.budgetFen, { 变更后总投资: inWan(total), 概算批复: inWan(basis.budgetFen) });
  },
});

export const goalUnchanged = condition({
  id: 'change.goal-unchanged',
  clause: '2.3.3b',
  holds: '建设目标不变',
  says: '建设目标有变化，不能自主调整',
  judge: ({ content }) => verdict(content.goalUnchanged),
});

/** The third reason also covers the schedule. A change of the schedule alone needs no change of content. */
export const contentNeeded = condition({
  id: 'change.content-needed',
  clause: '2.3.3b',
  holds: '主要建设内容确需调整，或者因业务发展只调整进度',
  says: '主要建设内容并非确需调整，不能自主调整',
  judge: ({ content }) =>
    verdict(content.contentNeedsAdjustment || (scheduleOnly(content) && content.reason === 'business'), {
      只调整进度: scheduleOnly(content),
    }),
});

export const shareWithin = condition({
  id: 'change.share-within',
  clause: '2.3.3b',
  holds: '自主调整金额(调增、调减取较大的，各次累计)不超过首次批复的投资总概算的规定比例',
  says: (seen) =>
    `自主调整累计${String(seen['累计金额'])}，占投资总概算${String(seen['投资总概算'])}的${String(seen['占比'])}，超过${String(seen['上限'])}`,
  judge: ({ content, basis, facts }) => {
    const amount = adjustedInAll(basis, content);
    const most = parameter(facts, 'change.maxShare');
    return verdict(withinPercent(amount, basis.originalFen, most), {
      累计金额: inWan(amount),
      投资总概算: inWan(basis.originalFen),
      占比: percentOf(amount, basis.originalFen),
      上限: `${most}%`,
    });
  },
});

export const amountWithin = condition({
  id: 'change.amount-within',
  clause: '2.3.3b',
  holds: '自主调整金额(调增、调减取较大的，各次累计)不超过规定数额',
  says: (seen) => `自主调整累计${String(seen['累计金额'])}，超过${String(seen['上限'])}`,
  judge: ({ content, basis, facts }) => {
    const amount = adjustedInAll(basis, content);
    const most = parameter(facts, 'change.maxAmount');
    return verdict(amount <= most, { 累计金额: inWan(amount), 上限: inWan(most) });
  },
});

export const reasonListed = condition({
  id: 'change.reason-listed',
  clause: '2.3.3b',
  holds: '变更原因属于可以自主调整的三种情形',
  says: '变更原因不属于可以自主调整的三种情形',
  judge: ({ content }) => verdict(content.reason !== 'other'),
});

export const leadershipDocumented = documented('leadershipBasis', {
  id: 'change.leadership-documented',
  clause: '2.3.3c',
  holds: '因决策部署变更的，附决策部署文件',
  says: '以决策部署要求为变更原因，没有附决策部署文件',
  judge: ({ content, facts }) => verdict(content.reason !== 'leadership' || has(facts, 'leadershipBasis')),
});

export const technicallyArgued = documented('technicalArgument', {
  id: 'change.technically-argued',
  clause: '2.3.3d',
  holds: '因技术方案完善优化变更的，附技术论证意见',
  says: '以技术方案完善优化为变更原因，没有附技术论证意见',
  judge: ({ content, facts }) => verdict(content.reason !== 'technical' || has(facts, 'technicalArgument')),
});

export const withinApprovedPlan = condition({
  id: 'change.within-approved-plan',
  clause: '2.3.3e',
  holds: '因业务发展变更的，在已批复的建设规划框架内',
  says: '以业务发展需要为变更原因，但不在已批复的建设规划框架内',
  judge: ({ content }) => {
    const within = content.withinApprovedPlan === true;
    return verdict(content.reason !== 'business' || within, { 规划框架内: within });
  },
});

export const planDocumented = documented('approvedPlan', {
  id: 'change.plan-documented',
  clause: '2.3.3e',
  holds: '因业务发展变更的，附已批复的建设规划',
  says: '以业务发展需要为变更原因，没有附已批复的建设规划',
  judge: ({ content, facts }) => verdict(content.reason !== 'business' || has(facts, 'approvedPlan')),
});

const SUBSTANCE = ['after', 'increaseFen', 'decreaseFen', 'goalUnchanged', 'scheduleDays'] as const;
const alike = (a: Content, b: Content): boolean => SUBSTANCE.every((key) => a[key] === b[key]);

/**
 * 不予备案，须报批 binds the unit: the same change is not filed again, in this case or in another one. Another
 * explanation makes no other change.
 */
export const notDeclined = aboutProject({
  id: 'change.filing-not-declined',
  clause: '2.3.3f',
  holds: '没有对同样的变更作出过不予备案的决定',
  says: (seen) => `同样的变更已由县数据资源管理局不予备案(${String(seen['不予备案'])})，不能再自主调整`,
  remedy:
    '请按县政府投资变更规定报批，办理“提交变更”；变更的内容、金额、目标或者工期改变的，办理“修改变更内容”后再报备案',
  curedBy: [byStep('submitChange'), byStep('revise')],
  about: 'case',
  also: ({ unit }) => [{ as: 'changes', procedure: 'change-request', units: [unit.id] }],
  judge: ({ context: { content, declined }, project, facts }) => {
    const here = declined !== undefined && alike(declined, content) ? [facts.number] : [];
    const elsewhere = (facts.related.changes ?? []).filter((c) => {
      const before = c.id === facts.caseId ? null : seenIn(changeDeclined, c);
      return before?.project === project.id && alike(before.content, content);
    });
    const numbers = [...here, ...elsewhere.map((c) => c.number)];
    return numbers.length === 0 ? yes() : no({ 不予备案: numbers.join('、') });
  },
});

const measured = [
  totalWithinBudget,
  goalUnchanged,
  contentNeeded,
  shareWithin,
  amountWithin,
  reasonListed,
  withinApprovedPlan,
];
const conditions = [...measured, leadershipDocumented, technicallyArgued, planDocumented];

/**
 * “同时” is read as within days of the decision. A decision that was filed late stays valid, and the rule says that it
 * is late.
 */
export const filedInTime = changeRule<{ decidedOn: IsoDate }>({
  id: 'change.filed-in-time',
  clause: '2.3.3b',
  holds: '自主调整决定作出后在规定的时间内报备案',
  says: (seen) => `自主调整于${String(seen['内部决策日期'])}决定，应在${String(seen['应报备案'])}以前报备案`,
  remedy: '请核对内部决策日期；确已逾期的，仍可办理，请在变更情况说明中写明逾期原因',
  curedBy: [byForm('decidedOn')],
  weight: 'advice',
  about: 'event',
  judge: ({ data: { decidedOn }, facts }) => {
    const until = lastDay(period(facts, 'change.filing'), decidedOn, facts.calendar);
    return verdict(facts.today <= until, { 内部决策日期: decidedOn, 应报备案: until });
  },
});

/** The conditions for the unit's own decision. The documents are needed only for the filing. */
export const selfDecidable = measured.map((c) => c.handedIn).concat(notDeclined);
export const selfAdjustment = conditions.map((c) => c.handedIn).concat(notDeclined);
export const stillSelfAdjustment = conditions.map((c) => c.corrected);
