import type { Facts } from '#machines/kit/case/facts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { lastDayOf, type SetLimit } from './limit.js';

/** Where the finding comes from: 检查、审计、评价、督查. */
export const SOURCES = { inspection: '检查', audit: '审计', evaluation: '评价', supervision: '督查' } as const;

/** The measures of 二(六)3, from the mildest to the last. A decision may skip a step. */
export const MEASURES = {
  criticism: '通报批评',
  deferral: '暂缓安排建设计划',
  suspension: '暂停项目建设',
  termination: '终止项目',
} as const;
export type MeasureKind = keyof typeof MEASURES;

/** A decision with what 二(六)2 wants kept: its reason, its document, and who made it. */
export interface Decided {
  on: IsoDate;
  reason: string;
  number: string;
  date: IsoDate;
  by: { id: string; name: string };
}

export interface Measure extends Decided {
  kind: MeasureKind;
  /** 二(六)4: who is to blame for the end. */
  cause?: 'subjective' | 'objective';
  /** 解除. */
  lifted: Decided | null;
}

export interface Problem {
  text: string;
  clause: string;
}

/** Who may order a rectification. */
export const ORDERERS = ['dataBureau', 'supervisor'] as const;
export type Orderer = (typeof ORDERERS)[number];

/** What the case's own events have established. */
export interface RectificationContext {
  project: { id: string; number: string; title: string };
  orderedBy: Orderer;
  order: { on: IsoDate; number: string; source: keyof typeof SOURCES; basis: string };
  problems: readonly Problem[];
  /** Every limit that was set, the present one last. */
  limits: readonly SetLimit[];
  /** `measured`: made after a measure that set no other limit. `recalledOn`: taken back before it was reviewed. */
  reports: readonly { on: IsoDate; report: string; measured: boolean; recalledOn?: IsoDate }[];
  reviews: readonly { on: IsoDate; passed: boolean; comment: string | null; by: string }[];
  /** The day on which a review failed. Null once another limit is set. */
  failedOn: IsoDate | null;
  passedOn: IsoDate | null;
  measures: readonly Measure[];
}

/** Returns the last day on which the unit is in time, by the calendar as it is known now. */
export const limitOf = ({ limits }: RectificationContext, facts: Pick<Facts, 'calendar'>): IsoDate =>
  lastDayOf(limits.at(-1)!, facts);

/**
 * Returns a measure of this kind that still has effect. Criticism has none once it is published, and an end can't be
 * lifted.
 */
export const inForce = (
  { measures }: Pick<RectificationContext, 'measures'>,
  kind: 'deferral' | 'suspension',
): Measure | undefined => measures.find((m) => m.kind === kind && m.lifted === null);

export const anythingInForce = (context: Pick<RectificationContext, 'measures'>): boolean =>
  inForce(context, 'deferral') !== undefined || inForce(context, 'suspension') !== undefined;

export const endedProject = ({ measures }: Pick<RectificationContext, 'measures'>): boolean =>
  measures.some((m) => m.kind === 'termination');
