import { byCase, byDocument, byForm, byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { inWan } from '#machines/kit/words/money.js';
import { isReason } from '#machines/kit/words/reason.js';
import { lastDay } from '#machines/kit/words/period.js';
import { approvedBudget } from '../context.js';
import { documents } from '../documents.js';
import { SUBJECTS, type Subject } from '../events/acceptance.js';
import { parameter, projectRule, period } from './common.js';

type Conclusion = { conclusion: 'passed' | 'failed' };
interface Finding {
  result: 'met' | 'notMet' | 'notApplicable';
  note?: string;
  /** 网络安全保护等级. 0: the system is not one that gets a level. */
  level?: number;
}
type Findings = { checklist: Partial<Record<Subject, Finding>> };

export const selfAcceptable = projectRule({
  id: 'acceptance.self-acceptable',
  clause: '2.4.2c',
  holds: '概算投资低于标准，由项目单位自行验收',
  says: (seen) =>
    `概算投资${String(seen['概算投资'])}，已达${String(seen['标准'])}，须经初验后向县数据资源管理局申请竣工验收`,
  remedy: '请“登记项目初验”，合格后“申请竣工验收”；已经申请的，等待县数据资源管理局“作出竣工验收结论”',
  curedBy: [byStep('recordPreliminaryAcceptance'), byStep('applyForAcceptance'), byStep('concludeAcceptance')],
  about: 'case',
  judge: ({ context, facts }) => {
    const budget = approvedBudget(context) ?? 0;
    const threshold = parameter(facts, 'threshold.bureauAcceptance');
    return verdict(budget < threshold, { 概算投资: inWan(budget), 标准: inWan(threshold) });
  },
});

export const bureauAccepts = projectRule({
  id: 'acceptance.bureau-accepts',
  clause: '2.4.2b',
  holds: '概算投资达到标准，由县数据资源管理局组织验收',
  says: (seen) => `概算投资${String(seen['概算投资'])}，低于${String(seen['标准'])}，由项目单位自行验收后报备`,
  remedy: '到验收时由项目单位办理“项目单位组织竣工验收”，通过后办理“竣工验收报备”',
  curedBy: [byStep('selfAccept'), byStep('fileAcceptance')],
  about: 'case',
  judge: ({ context, facts }) => {
    const budget = approvedBudget(context) ?? 0;
    const threshold = parameter(facts, 'threshold.bureauAcceptance');
    return verdict(budget >= threshold, { 概算投资: inWan(budget), 标准: inWan(threshold) });
  },
});

export const archivesPassed = projectRule<Conclusion | undefined>({
  id: 'acceptance.archives-passed',
  clause: '2.4.4',
  holds: '通过竣工验收前，档案验收合格',
  says: (seen) =>
    seen['档案验收'] === '不合格' ? '档案验收不合格，不得通过项目验收' : '未进行档案验收，不得通过项目验收',
  remedy: '由档案主管部门组织档案验收，“登记档案验收结果”为合格后再作通过结论',
  curedBy: [byStep('recordArchiveAcceptance')],
  about: 'event',
  judge: ({ context, data }) => {
    const seen = {
      档案验收: context.archiveAcceptance === null ? '未进行' : context.archiveAcceptance.passed ? '合格' : '不合格',
    };
    return verdict(data?.conclusion === 'failed' || context.archiveAcceptance?.passed === true, seen);
  },
});

/**
 * Replaces the rule about the conclusion on the archives in a refusal before the acceptance: there is no conclusion
 * yet, but it will be needed.
 */
export const archivesAccepted = projectRule({
  id: 'acceptance.archives-accepted',
  clause: '2.4.4',
  holds: '档案验收合格',
  says: '档案验收尚未合格，不得通过项目验收',
  remedy: '由档案主管部门组织档案验收，在试运行或者竣工验收阶段“登记档案验收结果”',
  curedBy: [byStep('recordArchiveAcceptance')],
  about: 'case',
  judge: ({ context }) => verdict(context.archiveAcceptance?.passed === true),
});

const labels = (subjects: string[]): string => subjects.map((s) => SUBJECTS[s as Subject]).join('、');

/** A subject counts if it is met, or if it does not apply and the reason is given. */
export const allSubjectsChecked = projectRule<Findings & Partial<Conclusion>>({
  id: 'acceptance.all-subjects',
  clause: '2.4.2a',
  holds: '五项验收内容齐全',
  says: (seen) => `验收内容不全，缺少：${String(seen['缺少'])}`,
  remedy: '请逐项填写；不适用的写明理由',
  curedBy: [byForm('checklist')],
  about: 'event',
  judge: ({ data }) => {
    const missing = Object.keys(SUBJECTS).filter((s) => {
      const finding = data.checklist[s as Subject];
      return finding === undefined || (finding.result === 'notApplicable' && finding.note === undefined);
    });
    return missing.length === 0 ? yes() : no({ 缺少: labels(missing) });
  },
});

const inapplicable = ({ checklist }: Findings, subjects: readonly Subject[]): Subject[] =>
  subjects.filter((s) => checklist[s]?.result === 'notApplicable');

/** Every project spends money, leaves archives, and is asked for its data. */
const ALWAYS = ['funds', 'archives', 'dataSharing'] as const;

export const alwaysApplicable = projectRule<Findings>({
  id: 'acceptance.always-applicable',
  clause: '2.4.2a',
  holds: '资金使用、档案管理、数据资源共享逐项验收，没有填写不适用',
  says: (seen) => `${String(seen['填写不适用'])}是每个项目都要验收的内容，不能填写“不适用”`,
  remedy: '请按验收情况填写“符合”或者“不符合”',
  curedBy: [byForm('funds', 'archives', 'dataSharing')],
  about: 'event',
  judge: ({ data }) => {
    const found = inapplicable(data, ALWAYS);
    return found.length === 0 ? yes() : no({ 填写不适用: labels(found) });
  },
});

/** From which level 等保测评 and 密评 are demanded. The regulation leaves that to the general law. */
const LEVELLED = {
  informationSecurity: 'acceptance.securityFrom',
  cryptography: 'acceptance.cryptographyFrom',
} as const;
const levelledSubjects = Object.keys(LEVELLED) as (keyof typeof LEVELLED)[];

/** A missing note is missing content. This rule judges the note that is there. */
export const inapplicabilityExplained = projectRule<Findings>({
  id: 'acceptance.inapplicable-explained',
  clause: '2.4.2a',
  holds: '填写不适用的，写明具体理由',
  says: (seen) => `${String(seen['理由不具体'])}填写“不适用”，没有写明具体理由`,
  remedy: '请写明为什么不适用，例如系统的类型、所用的产品；“无”“不适用”不是理由',
  curedBy: [byForm('informationSecurity', 'cryptography')],
  about: 'event',
  judge: ({ data }) => {
    const unexplained = inapplicable(data, levelledSubjects).filter((s) => {
      const { note } = data.checklist[s]!;
      return note !== undefined && !isReason(note);
    });
    return unexplained.length === 0 ? yes() : no({ 理由不具体: labels(unexplained) });
  },
});

export const levelBelow = projectRule<Findings>({
  id: 'acceptance.level-below',
  clause: '2.1.6',
  holds: '信息安全、密码应用填写不适用的，写明网络安全保护等级，且低于须测评、密评的等级',
  says: (seen) => {
    const unsaid = (): string => `${String(seen['未写等级'])}填写“不适用”，没有写明网络安全保护等级`;
    const reached = (): string => `${String(seen['达到等级'])}，已达到须测评、密评的等级，不能填写“不适用”`;
    if (!('达到等级' in seen)) return unsaid();
    return '未写等级' in seen ? `${unsaid()}；${reached()}` : reached();
  },
  remedy: '请填写定级备案的等级(不构成定级对象的填0)；达到须测评、密评的等级的，请完成测评、密评后填写验收情况',
  curedBy: [byForm('informationSecurity', 'cryptography')],
  about: 'event',
  judge: ({ data, facts }) => {
    const found = inapplicable(data, levelledSubjects) as (keyof typeof LEVELLED)[];
    const levels = found.map((s) => ({ s, level: data.checklist[s]!.level, from: parameter(facts, LEVELLED[s]) }));
    const unsaid = levels.filter(({ level }) => level === undefined);
    const reached = levels.filter(({ level, from }) => Number(level) >= from);
    if (unsaid.length + reached.length === 0) return yes();
    return no({
      ...(unsaid.length > 0 ? { 未写等级: labels(unsaid.map(({ s }) => s)) } : {}),
      ...(reached.length > 0
        ? { 达到等级: reached.map(({ s, level }) => `${SUBJECTS[s]}：${String(level)}级`).join('、') }
        : {}),
    });
  },
});

/** What an acceptance says of the five subjects, whether it is applied for or concluded. */
export const subjectsChecked = [allSubjectsChecked, alwaysApplicable, inapplicabilityExplained, levelBelow] as const;

export const allSubjectsMet = projectRule<Findings & Conclusion>({
  id: 'acceptance.all-subjects-met',
  clause: '2.4.2a',
  holds: '通过验收时，五项内容没有不符合的',
  says: (seen) => `验收内容不符合要求：${String(seen['不符合'])}，不能作通过结论`,
  remedy: '请作“不通过”结论，整改后重新验收；填错的，请更正验收内容',
  curedBy: [byForm('conclusion', 'checklist')],
  about: 'event',
  judge: ({ data }) => {
    const failed = Object.keys(SUBJECTS).filter((s) => data.checklist[s as Subject]?.result === 'notMet');
    return data.conclusion === 'failed' || failed.length === 0 ? yes() : no({ 不符合: labels(failed) });
  },
});

export const preliminarilyAccepted = projectRule({
  id: 'acceptance.preliminary-first',
  clause: '2.4.2c',
  holds: '项目已经初验合格',
  says: (seen) => (seen['初验'] === '不合格' ? '项目初验不合格，不能申请竣工验收' : '项目尚未初验，不能申请竣工验收'),
  remedy: '请先组织初验，“登记项目初验”；不合格的，整改后重新初验',
  curedBy: [byStep('recordPreliminaryAcceptance')],
  about: 'case',
  judge: ({ context }) =>
    verdict(context.preliminaryAcceptance?.passed === true, {
      初验:
        context.preliminaryAcceptance === null ? '未进行' : context.preliminaryAcceptance.passed ? '合格' : '不合格',
    }),
});

export const appliedFirst = projectRule({
  id: 'acceptance.applied-first',
  clause: '2.4.2c',
  holds: '项目单位已申请竣工验收',
  says: '项目单位尚未申请竣工验收',
  remedy: '由项目单位“登记项目初验”，合格后“申请竣工验收”',
  curedBy: [byStep('recordPreliminaryAcceptance'), byStep('applyForAcceptance')],
  about: 'case',
  judge: ({ context }) => verdict(context.acceptance.appliedOn !== null),
});

/**
 * A change may have lowered the budget after the contract was signed. Then the contract is more than what was approved.
 */
export const contractWithinBudget = projectRule({
  id: 'acceptance.contract-within-budget',
  clause: '2.3.3a',
  holds: '合同金额（含合同变更）不超过现行概算',
  says: (seen) => `合同金额${String(seen['合同金额'])}超过现行概算${String(seen['现行概算'])}，不能验收`,
  remedy: '由项目单位“变更合同金额”，调整到概算以内；或者在申请验收前办理“投资变更”，重新核定概算',
  curedBy: [byStep('varyContract'), byCase('change-request')],
  about: 'case',
  judge: ({ context }) => {
    const [signed, budget] = [context.contract?.amountFen ?? 0, approvedBudget(context) ?? 0];
    return verdict(signed <= budget, { 合同金额: inWan(signed), 现行概算: inWan(budget) });
  },
});

/** An extension must be asked for before the day it moves. */
export const extensionInTime = projectRule({
  id: 'acceptance.extension-in-time',
  clause: '2.4.2d',
  holds: '在验收到期前申请延期',
  says: (seen) => `验收已于${String(seen['到期'])}到期，不能再申请延期`,
  remedy: '请尽快办理“项目单位组织竣工验收”；由县数据资源管理局验收的，尽快“申请竣工验收”',
  curedBy: [byStep('selfAccept'), byStep('applyForAcceptance')],
  weight: 'principle',
  about: 'case',
  judge: ({ facts }) => {
    const due = facts.deadlines.find((d) => d.name === 'acceptanceApply')?.dueOn ?? null;
    return verdict(due === null || facts.today <= due, { 到期: due });
  },
});

/**
 * The regulation does not say how long before; a peer does (grade `peer`). So the rule advises, and only if the period
 * leaves that much time.
 */
export const extensionEarly = projectRule({
  id: 'acceptance.extension-early',
  clause: '2.4.2d',
  holds: '期限足够长的，延期申请提前提出',
  says: (seen) => `距验收到期日${String(seen['到期'])}不足${String(seen['提前(工作日)'])}个工作日`,
  remedy: '延期申请一般应提前提出；现在仍可申请，请在理由中说明原因',
  curedBy: [NOTHING_TO_DO],
  weight: 'advice',
  about: 'case',
  judge: ({ facts }) => {
    const { deadlines, calendar, today } = facts;
    const clock = deadlines.find((d) => d.name === 'acceptanceApply');
    const due = clock?.dueOn ?? null;
    const ahead = period(facts, 'extension.before');
    const seen = { 到期: due, '提前(工作日)': ahead.n };
    if (!clock || due === null || lastDay(ahead, clock.openedOn, calendar, clock.pauses) > due) return yes(seen);
    return verdict(lastDay(ahead, today, calendar) <= due, seen);
  },
});

/** 二(一)6: what was planned and built together is accepted together, on evidence in writing from somebody else. */
const evidenced = (
  id: string,
  subject: 'informationSecurity' | 'cryptography',
  kind: 'securityEvidence' | 'cryptographyEvidence',
) =>
  projectRule<Findings & Partial<Conclusion>>({
    id: `acceptance.${id}`,
    clause: '2.1.6',
    holds: `${SUBJECTS[subject]}验收符合要求的，已上传${documents[kind].label}`,
    says: `${SUBJECTS[subject]}验收缺少${documents[kind].label}`,
    remedy: `请上传“${documents[kind].label}”；确不适用的，在验收内容中写明理由`,
    curedBy: [byDocument(kind), byForm(subject)],
    about: 'event',
    judge: ({ data, facts }) =>
      verdict(
        data.conclusion === 'failed' ||
          data.checklist[subject]?.result !== 'met' ||
          facts.documents.some((d) => d.kind === kind),
        { 验收内容: SUBJECTS[subject] },
      ),
  });

export const securityEvidenced = evidenced('security-evidence', 'informationSecurity', 'securityEvidence');
export const cryptographyEvidenced = evidenced('cryptography-evidence', 'cryptography', 'cryptographyEvidence');
