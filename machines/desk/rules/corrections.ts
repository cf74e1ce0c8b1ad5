import { byForm, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { rule, verdict, yes, type Rule, type Situation } from '#machines/kit/law/rule.js';
import { lastDay } from '#machines/kit/words/period.js';
import type { DeskClauses, DeskParameters } from '../basis.js';

type Labels = Readonly<Record<string, string>>;
const named = (labels: Labels, to: string) => ({ 退回到: labels[to]! });

export function correctionRules(
  { correction: clause }: Pick<DeskClauses, 'correction'>,
  { correctionNotice }: Pick<DeskParameters, 'correctionNotice'>,
) {
  return {
    /**
     * 一次性告知补正: missing papers are named within days of receipt, and all at once. The regulation is silent; a general
     * law applies by analogy, so the rule advises and refuses nothing. `deadline` is the deadline of those who examine.
     */
    noticedInTime: (deadline: string): Rule<unknown, unknown> =>
      rule({
        id: 'return.noticed-in-time',
        clause,
        holds: '收到材料后在规定的时间内告知补正',
        says: (seen) => `材料于${String(seen['收到材料'])}收到，一般应在${String(seen['应告知'])}以前告知补正`,
        remedy: '仅作提示，不影响本次退回；请一次列明全部需要补正的内容，不再因同一批材料第二次退回',
        curedBy: [NOTHING_TO_DO],
        weight: 'advice',
        about: 'case',
        judge: ({ facts: { deadlines, parameters, calendar, today } }) => {
          const clock = deadlines.find((d) => d.name === deadline);
          if (!clock) return yes({ 收到材料: null, 应告知: null });
          const until = lastDay(parameters.period(correctionNotice, today), clock.startsOn, calendar, clock.pauses);
          return verdict(today <= until, { 收到材料: clock.startsOn, 应告知: until });
        },
      }),

    /** 退回 to an earlier step of the case's road, if the case has passed it. */
    toStepPassed: <Context>(
      labels: Labels,
      passed: (to: string, situation: Situation<Context, unknown>) => boolean,
    ): Rule<Context, { to: string }> =>
      rule<Context, { to: string }>({
        id: 'return.step-passed',
        clause,
        holds: '退回到本案件经过的步骤',
        says: (seen) => `不能退回“${String(seen['退回到'])}”，本案件没有经过这一步`,
        remedy: `请退回${labels['applicant']!}，或另选一步`,
        curedBy: [byForm('to')],
        about: 'event',
        judge: (situation) =>
          verdict(
            situation.data.to === 'applicant' || passed(situation.data.to, situation),
            named(labels, situation.data.to),
          ),
      }),

    /** 退回 where no earlier step exists. */
    onlyToApplicant: (labels: Labels): Rule<unknown, { to: string }> =>
      rule<unknown, { to: string }>({
        id: 'return.to-applicant-only',
        clause,
        holds: `退回${labels['applicant']!}`,
        says: (seen) => `不能退回“${String(seen['退回到'])}”，这一步之前没有这个步骤`,
        remedy: `请退回${labels['applicant']!}`,
        curedBy: [byForm('to')],
        about: 'event',
        judge: ({ data }) => verdict(data.to === 'applicant', named(labels, data.to)),
      }),
  };
}

export type CorrectionRules = ReturnType<typeof correctionRules>;
