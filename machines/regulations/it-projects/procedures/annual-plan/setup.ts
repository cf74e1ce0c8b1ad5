import { attachmentsHere } from '#machines/desk/rules/common.js';
import { decisions, notOwnCase } from '#machines/desk/rules/decisions.js';
import { grammar } from '#machines/kit/law/machine.js';
import { parties as offices } from '../../parties.js';
import { unitsOf, type PlanContext } from './context.js';
import { events, systemEvents } from './events.js';
import { notOwnList } from './rules/own.js';

const {
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  province,
  government,
  experts,
  superior,
  time,
} = offices;

/** The plan is the bureau's own case; the units whose projects are on it see it, and act on their projects. */
export const parties = {
  applicant: { label: '编制单位', kind: 'applicant' },
  superior,
  dataBureau,
  cyberspace,
  developmentReform,
  finance,
  supervisor,
  audit,
  consultation,
  city,
  province,
  government,
  experts,
  time,
  listedUnits: { label: '计划项目的申报单位和主管部门', kind: 'units', of: unitsOf },
} as const;

export const { kit, on, barrier, choose, rests } = grammar<PlanContext>()({
  parties,
  events,
  systemEvents: Object.keys(systemEvents) as (keyof typeof systemEvents)[],
  everywhere: [notOwnList],
  // The bureau prepares the plan and decides on each item of others; its own item it can't (see `not-own-item`).
  decisions: [...decisions.filter((rule) => rule !== notOwnCase), attachmentsHere],
});

export const to = (state: string): string => `#annual-plan.underway.${state}`;
export const end = (state: 'closed' | 'abandoned'): string => `#annual-plan.${state}`;
