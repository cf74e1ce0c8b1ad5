import { z } from 'zod';
import type { Facts } from '#machines/kit/case/facts.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { day } from '#machines/kit/words/fields.js';
import { acts } from '../../desk.js';
import { ladders } from '../../ladders.js';
import { decided, type PlanContext } from './context.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { events, systemEvents } from './events.js';
import { planMachine } from './machine.js';
import { onePerYear, windowAhead, windowBeforeYear, windowOf, yearNotOver, type Announcement } from './rules/window.js';
import { parties } from './parties.js';
import { shown } from './shown.js';

const announcement = z.strictObject({
  year: z.int().min(2024).max(2100).meta({ description: '计划年度' }),
  opensOn: day.optional().meta({ description: '开始受理申报的日期；不填按参数' }),
  closesOn: day.optional().meta({ description: '申报截止日期；不填按参数' }),
});

const begin = (data: Announcement, facts: Facts): PlanContext => ({
  year: data.year,
  ...windowOf(data, facts),
  items: [],
  earlier: [],
  expertReview: null,
  sentOn: null,
  city: null,
  province: null,
  government: null,
  issued: null,
  publishedOn: null,
  told: [],
});

/** 年度建设计划 (二(一)3–4): one a year. */
export const annualPlan: Procedure<PlanContext> = {
  id: 'annual-plan',
  version: 1,
  title: '年度建设计划',
  numberPrefix: 'JH',
  machine: planMachine,
  stages: [],
  parties,
  readers: ['dataBureau', 'supervisor', 'audit', 'cyberspace', 'developmentReform', 'finance', 'listedUnits'],
  shown,
  contributors: ['dataBureau', 'cyberspace', 'developmentReform', 'finance'],
  events,
  systemEvents,
  acts,
  relations: { projects: { label: '计划项目', procedure: 'project', inverse: 'annualPlan' } },
  creation: {
    label: '启动年度计划编制',
    payload: announcement,
    clauses: ['2.1.3a', '2.1.3b'],
    by: ['dataBureau'],
    rules: [yearNotOver, onePerYear, windowAhead, windowBeforeYear],
    begin,
    titleOf: ({ year }) => `${year}年度政务信息化建设计划`,
    keyOf: ({ year }: Announcement) => String(year),
  },
  deadlines,
  decided,
  ladders,
  lists: {},
  documents,
};
