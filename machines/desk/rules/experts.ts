import { quoted } from '#machines/kit/words/quotation.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, ruleOf, verdict, yes } from '#machines/kit/law/rule.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import { inWan, type Fen } from '#machines/kit/words/money.js';
import type { DeskClauses, DeskParameters } from '../basis.js';
import { belongsTo, kinOf, ofTheCounty } from '../affiliation.js';
import type { ExpertReview } from '../experts.js';
import type { Facts } from '#machines/kit/case/facts.js';

const parameter = (facts: Facts, key: string): number => facts.parameters.number(key, facts.today);

export interface Panel {
  experts: { number: string; unit: string }[];
}

/** Returns the names to be avoided, with those of the units above and beneath them that the directory knows. */
const avoidedNames = (said: readonly (string | undefined)[], { directory }: Facts): string[] => {
  const names = said.filter((name) => name !== undefined);
  const known = [...directory.units.values()].filter((u) => names.includes(u.name));
  const kin = known.flatMap((one) => kinOf(one, directory)).map((u) => u.name);
  return [...names, ...kin];
};

/** The rules for the panel of an expert review, whatever it reviews. */
export const panelRules =
  <Clause extends ClauseId>(
    { experts: clause }: Pick<DeskClauses<Clause>, 'experts'>,
    keys: Pick<DeskParameters, 'panel' | 'largePanel' | 'largePanelFrom'>,
  ) =>
  <Context>(reviewed: {
    /**
     * The amount that the panel judges. Null if there is no amount, as with a plan: then the panel is that of a large
     * project.
     */
    amount: (context: Context) => Fen | null;
    /** The names of the units whose people stay out of it. */
    avoided: (context: Context, unitName: string) => readonly (string | undefined)[];
  }) => ({
    enoughExperts: ruleOf<Clause>()<Context, Panel>({
      id: 'experts.enough',
      clause,
      holds: '评审专家人数足够且为单数',
      says: (seen) => `评审专家${String(seen['专家人数'])}人，应不少于${String(seen['至少'])}人且为单数`,
      remedy: '请填写全部专家；人数确实不足的，从省市评审专家委员会补选专家后重新评审',
      curedBy: [byForm('experts')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const amount = reviewed.amount(context);
        const large = amount === null || amount >= parameter(facts, keys.largePanelFrom);
        const least = parameter(facts, large ? keys.largePanel : keys.panel);
        const distinct = new Set(data.experts.map((e) => e.number)).size;
        return verdict(distinct >= least && distinct % 2 === 1, {
          专家人数: distinct,
          至少: least,
          ...(amount === null ? {} : { 金额: inWan(amount) }),
        });
      },
    }),

    independentExperts: ruleOf<Clause>()<Context, Panel>({
      id: 'experts.independent',
      clause,
      holds: '专家不来自项目单位及其主管部门和下属单位，也不来自设计单位、承建单位和监理单位',
      says: (seen) => `专家来自应当回避的单位，或者其主管部门、下属单位：${quoted(seen['应回避'])}`,
      remedy: '请更换来自这些单位的专家后重新评审',
      curedBy: [byForm('experts')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const avoided = avoidedNames(reviewed.avoided(context, facts.unit.name), facts);
        const units = data.experts.map((e) => e.unit);
        const found = [...new Set(units.filter((unit) => avoided.some((name) => belongsTo(unit, name))))];
        return found.length === 0 ? yes() : no({ 应回避: found.join('、') });
      },
    }),

    /** What a name does not tell is asked of whoever names the expert. */
    affiliationKnown: ruleOf<Clause>()<Context, Panel>({
      id: 'experts.affiliation-known',
      clause,
      weight: 'advice',
      holds: '来自本县的专家，所在单位在单位名录中',
      says: (seen) => `单位名录中没有这些专家的所在单位：${quoted(seen['待核实'])}，系统不能判断是否应当回避`,
      remedy: '请核实其是否属于项目单位、主管部门或者下属单位；属于的，更换专家',
      curedBy: [byForm('experts')],
      about: 'event',
      judge: ({ data, facts }) => {
        const listed = [...facts.directory.units.values()].map((u) => u.name);
        const units = data.experts.map((e) => e.unit).filter(ofTheCounty);
        const open = [...new Set(units.filter((unit) => !listed.some((name) => belongsTo(unit, name))))];
        return open.length === 0 ? yes() : no({ 待核实: open.join('、') });
      },
    }),
  });

/** The rule that a decision is based on an expert review, whatever was reviewed. */
export const reviewedRule =
  <Clause extends ClauseId>({ experts: clause }: Pick<DeskClauses<Clause>, 'experts'>) =>
  <Context>(
    review: (context: Context) => ExpertReview | null | undefined,
    /** The way to a review, where it is not the step of the one who is refused. */
    remedy = '请办理“组织专家评审”，评审通过并办理“登记专家评审结论”之后再办理',
  ) =>
    ruleOf<Clause>()<Context>({
      id: 'experts.reviewed',
      clause,
      holds: '报批文件已经专家评审并通过',
      says: (seen) =>
        seen['专家评审'] === '不通过' ? '专家评审不通过，不予审批' : '未经专家论证评审，不予审批、不予安排资金',
      remedy,
      curedBy: [byStep('beginExpertReview'), byStep('recordExpertReview')],
      about: 'case',
      judge: ({ context }) => {
        const conclusion = review(context)?.conclusion;
        const seen = { 专家评审: conclusion === undefined ? '未评审' : conclusion === 'failed' ? '不通过' : '通过' };
        return conclusion === 'passed' || conclusion === 'passedAfterRevision' ? yes(seen) : no(seen);
      },
    });
