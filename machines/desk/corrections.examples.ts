import type { Example, proofs } from '#machines/kit/testing/example.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { TO_APPLICANT } from './events.js';

/** Examples of the rules of sending back, for the proofs of any procedure. */

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

/**
 * Returns the examples of `noticedInTime`: five working days of the examiner's own time, for any of these deadlines.
 */
export const noticedExamples = <Context>({ proves }: Proofs<Context>, deadlines: readonly string[]): Example<Context>[] => {
  const since = (startsOn: IsoDate, more: object = {}) => ({
    today: '2026-03-09',
    deadlines: [{ name: 'another', startsOn: '2026-01-05' }, ...deadlines.map((name) => ({ name, startsOn, ...more }))],
  });
  return proves(
    'return.noticed-in-time',
    { passes: '收到后第五个工作日退回', facts: since('2026-03-02'), seen: { 收到材料: '2026-03-02', 应告知: '2026-03-09' } },
    {
      fails: '收到后第六个工作日退回：提示',
      facts: since('2026-02-28'),
      says: ['材料于2026-02-28收到', '2026-03-06以前告知'],
      seen: { 收到材料: '2026-02-28', 应告知: '2026-03-06' },
    },
    {
      passes: '中间停止计时的日子不算',
      facts: since('2026-02-28', { pauses: [{ from: '2026-03-03', to: '2026-03-04', why: '补正' }] }),
      seen: { 收到材料: '2026-02-28', 应告知: '2026-03-09' },
    },
    { passes: '没有审查期限', seen: { 收到材料: null, 应告知: null } },
  );
};

/**
 * Returns the examples of `toStepPassed` and `onlyToApplicant`, with any labels of the steps. The rule asks whether the
 * case has passed a step only if that step is the department above.
 */
export const returnExamples = <Context>({ proves }: Proofs<Context>, labels: Readonly<Record<string, string>>): Example<Context>[] => {
  const { [TO_APPLICANT]: applicant, ...further } = labels;
  // With one way only, the rule asks nothing.
  if (Object.keys(further).length === 0) return [];
  const under = (supervisingUnitId: string | null) => ({ unit: { supervisingUnitId } });
  return [
    ...('superior' in labels
      ? proves(
          'return.step-passed',
          { passes: `退回：${applicant!}`, data: { to: 'applicant' }, facts: under(null), seen: { 退回到: applicant! } },
          ...Object.entries(further).map(([to, label]) => ({ passes: `退回：${label}`, data: { to }, facts: under('health'), seen: { 退回到: label } })),
          { fails: '没有主管部门，不能退回主管部门', data: { to: 'superior' }, facts: under(null), says: labels['superior']! },
        )
      : []),
    ...proves(
      'return.to-applicant-only',
      { passes: applicant!, data: { to: 'applicant' }, seen: { 退回到: applicant! } },
      ...Object.entries(further).map(([to, label]) => ({
        fails: `这一步之前没有：${label}`,
        data: { to },
        facts: under('health'),
        says: `不能退回“${label}”，这一步之前没有`,
        seen: { 退回到: label },
      })),
    ),
  ];
};
