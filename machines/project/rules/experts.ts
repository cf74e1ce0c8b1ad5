import { inWan } from '../../kit/money.js';
import { no, verdict, yes } from '../../kit/rule.js';
import { amountOf, dossierOf, presentAmount, type ExpertReview, type ProjectContext } from '../context.js';
import { parameter, projectRule } from './common.js';

type Panel = { experts: { number: string; unit: string }[] };

/** What the panel judges: the dossier under examination, or the approved budget once there is one. */
const amountJudged = (context: ProjectContext): number => amountOf(context, 'budget') ?? Math.max(dossierOf(context)?.amountFen ?? 0, presentAmount(context));

export const enoughExperts = projectRule<Panel>({
  id: 'experts.enough',
  clause: '3.3a',
  holds: '评审专家人数足够且为单数',
  says: (seen) => `评审专家${String(seen['专家人数'])}人，应不少于${String(seen['至少'])}人且为单数`,
  remedy: '请从省市评审专家委员会补选专家后重新评审',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const amount = amountJudged(context);
    const least = parameter(facts, amount >= parameter(facts, 'experts.largeFrom') ? 'experts.minLarge' : 'experts.min');
    const distinct = new Set(data.experts.map((e) => e.number)).size;
    return verdict(distinct >= least && distinct % 2 === 1, { 专家人数: distinct, 至少: least, 金额: inWan(amount) });
  },
});

export const independentExperts = projectRule<Panel>({
  id: 'experts.independent',
  clause: '3.3a',
  holds: '专家不来自项目单位、设计单位和承建单位',
  says: (seen) => `专家来自应当回避的单位：${String(seen['应回避'])}`,
  remedy: '请更换来自这些单位的专家',
  about: 'event',
  judge: ({ context, data }) => {
    const avoided = new Set([context.applicant.name, dossierOf(context)?.designer?.name, context.contract?.supplier.name, context.award?.supplier.name]);
    const found = [...new Set(data.experts.map((e) => e.unit).filter((unit) => avoided.has(unit)))];
    return found.length === 0 ? yes() : no({ 应回避: found.join('、') });
  },
});

/** Which review an approval rests on: that of the dossier it approves. */
const review = (context: ProjectContext): ExpertReview | undefined => dossierOf(context)?.expertReview;

export const expertsReviewed = projectRule({
  id: 'experts.reviewed',
  clause: '3.3a',
  holds: '报批文件已经专家评审并通过',
  says: (seen) => (seen['专家评审'] === '不通过' ? '专家评审不通过，不予审批' : '未经专家论证评审，不予审批、不予安排资金'),
  remedy: '请组织专家评审，评审通过后再批复',
  about: 'case',
  judge: ({ context }) => {
    const conclusion = review(context)?.conclusion;
    const seen = { 专家评审: conclusion === undefined ? '未评审' : conclusion === 'failed' ? '不通过' : '通过' };
    return conclusion === 'passed' || conclusion === 'passedAfterRevision' ? yes(seen) : no(seen);
  },
});
