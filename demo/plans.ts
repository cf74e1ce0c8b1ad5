import type { IsoDate } from '#machines/kit/words/dates.js';
import { JOINT, panel, planOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { BUREAU, daysAfter, outside, urged, year as yearOf } from './office-days.js';
import type { Case, Plan, Step } from './step.js';

/** The days between application and issue: joint review, experts, city, province, county government. */
const afterApplication = {
  joint: 3,
  experts: 10,
  sent: 14,
  city: 28,
  province: 42,
  government: 49,
  issued: 52,
  published: 59,
} as const;

const issuedPlan = (year: number, applied: IsoDate): Plan => ({
  year,
  applied,
  issued: daysAfter(applied)(afterApplication.issued),
});
export const PLAN_2025 = issuedPlan(2025, '2024-12-20');
export const PLAN_2026 = issuedPlan(2026, '2025-09-12');
export const PLAN_2027 = issuedPlan(2027, '2026-09-11');
export const PLAN_2028: Plan = { year: 2028, applied: '2027-09-10', issued: null };
export const PLAN_2029: Plan = { year: 2029, applied: '2028-09-12', issued: null };

const bureau = (on: IsoDate, send: string, data: unknown = {}, more: Partial<Step> = {}): Step => ({
  on,
  by: BUREAU,
  send,
  data,
  ...more,
});

const agreedBy = (on: IsoDate, departments: readonly string[]): Step[] =>
  departments.map((by): Step => ({ on, by, send: 'giveJointOpinion', data: { opinion: 'agree' } }));
const everybodyBut = (...departments: string[]): string[] => JOINT.filter((by) => !departments.includes(by));

/** The panel meets some days after it is called. */
const argued = (on: IsoDate): Step[] => {
  const meetingOn = daysAfter(on)(3);
  return [
    bureau(on, 'beginExpertReview', { meetingOn }, { state: 'expertReview' }),
    bureau(
      meetingOn,
      'recordExpertReview',
      { date: meetingOn, experts: panel(5), conclusion: 'passed' },
      { upload: 'expertOpinion', state: 'listing' },
    ),
  ];
};
const sentToCity = (on: IsoDate, no: number): Step =>
  bureau(
    on,
    'submitPlanToCity',
    { date: on, number: `青数函〔${yearOf(on)}〕${no}号` },
    { upload: 'planList', state: 'cityReview' },
  );
const cityAgreed = (on: IsoDate, no: number): Step =>
  bureau(on, 'recordPlanCityOpinion', outside(on, `池数函〔${yearOf(on)}〕${no}号`), {
    upload: 'cityOpinion',
    state: 'provinceReview',
  });

/** The lines after the joint review. 青数函、市数函、省数函、县政府会议纪要 have the number `no`. */
function decided({ year, applied }: Plan, no: number): Step[] {
  const day = daysAfter(applied);
  const on = (what: keyof typeof afterApplication): IsoDate => day(afterApplication[what]);
  return [
    ...argued(on('experts')),
    sentToCity(on('sent'), no),
    cityAgreed(on('city'), no),
    bureau(
      on('province'),
      'recordPlanProvinceOpinion',
      outside(on('province'), `皖数函〔${yearOf(applied)}〕${no}号`),
      { upload: 'provinceOpinion', state: 'governmentDecision' },
    ),
    bureau(on('government'), 'recordPlanDecision', outside(on('government'), `县政府常务会议纪要第${no}号`), {
      upload: 'governmentDecision',
      state: 'issuing',
    }),
    bureau(
      on('issued'),
      'issuePlan',
      { number: `青数〔${year}〕${no}号`, date: on('issued') },
      { upload: 'planDocument', state: 'publishing' },
    ),
    bureau(
      on('published'),
      'publishPlan',
      { publishedOn: on('published'), where: '县人民政府门户网站' },
      { state: 'closed' },
    ),
  ];
}

const jointly = ({ applied }: Plan): IsoDate => daysAfter(applied)(afterApplication.joint);

function plan(
  { year }: Plan,
  on: IsoDate,
  window: { opensOn?: IsoDate; closesOn?: IsoDate },
  steps: readonly Step[],
): Case {
  return { procedure: 'annual-plan', name: planOf(year), by: BUREAU, on, data: { year, ...window }, steps };
}

/** The plans of five years: three are issued, one stays with the province, and on the last one finance says nothing. */
export const plans: readonly Case[] = [
  // It is announced late in the year before, with a short window that closes by itself: a plan of the year itself can't
  // be begun any more.
  plan(PLAN_2025, '2024-12-06', { opensOn: '2024-12-06', closesOn: '2024-12-20' }, [
    ...agreedBy(jointly(PLAN_2025), JOINT),
    ...decided(PLAN_2025, 6),
  ]),

  // It is announced in time, opens by itself, and is closed early because everybody has applied.
  plan(PLAN_2026, '2025-07-15', {}, [
    bureau('2025-09-12', 'issuePlan', { number: '青数〔2026〕31号', date: '2025-09-12' }, { clause: '2.1.3b' }),
    bureau(jointly(PLAN_2026), 'closeWindow', { reason: '申报已齐' }, { state: 'jointReview' }),
    ...agreedBy(jointly(PLAN_2026), JOINT),
    ...decided(PLAN_2026, 31),
  ]),

  // It is extended once. One project is sent back, and one is taken out because finance objects.
  plan(PLAN_2027, '2026-07-21', { opensOn: '2026-08-01', closesOn: '2026-09-04' }, [
    bureau('2026-09-01', 'extendWindow', { closesOn: '2026-09-11', reason: '县直单位要求延长' }),
    ...agreedBy(jointly(PLAN_2027), everybodyBut('cyberspace', 'finance')),
    {
      on: jointly(PLAN_2027),
      by: 'cyberspace',
      send: 'returnItem',
      naming: (idOf) => ({ project: idOf('智慧病房系统'), items: '请补充个人信息保护措施' }),
    },
    {
      on: jointly(PLAN_2027),
      by: 'finance',
      send: 'giveJointOpinion',
      naming: (idOf) => ({ projects: [idOf('招商引资数据平台')], opinion: 'object', comment: '建设资金没有落实' }),
    },
    ...agreedBy(jointly(PLAN_2027), ['finance']),
    ...agreedBy('2026-09-22', ['cyberspace', 'finance']),
    bureau('2026-09-22', 'submitPlanToCity', { date: '2026-09-22' }, { clause: '2.1.3b' }),
    bureau('2026-09-22', 'removeItem', undefined, {
      naming: (idOf) => ({ project: idOf('招商引资数据平台'), reason: '建设资金没有落实' }),
    }),
    ...decided(PLAN_2027, 28),
  ]),

  // It has the usual window to its end. Then the province says nothing.
  plan(PLAN_2028, '2027-07-20', {}, [
    ...agreedBy('2027-11-05', JOINT),
    ...argued('2027-11-12'),
    sentToCity('2027-11-19', 33),
    cityAgreed('2027-12-03', 33),
  ]),

  plan(PLAN_2029, '2028-07-18', {}, [
    ...agreedBy('2028-11-03', everybodyBut('finance')),
    urged('2028-11-21'),
    urged('2028-12-12'),
  ]),
];
