import type { Procedure } from '#machines/kit/law/procedure.js';
import type { Course, Stretch } from '#machines/kit/read/course.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Directory } from '#machines/kit/words/directory.js';
import type { Workdays } from '#machines/kit/words/workdays.js';
import type { CountedRows } from '../../persistence/stores/statistics.store.js';

/**
 * What was asked for: a stage, a period of days with both ends included, and the values with which all sheets count.
 */
export interface Frame {
  today: IsoDate;
  from: IsoDate | undefined;
  to: IsoDate | undefined;
  stage: string | undefined;
  workdays: Workdays;
  directory: Directory;
}

/** A case with what its history tells. */
export interface Counted extends CountedRows {
  procedure: Procedure;
  course: Course;
}

export interface Named {
  id: string;
  name: string;
}
export interface NamedProcedure {
  id: string;
  title: string;
}
/** Null for a procedure without stages: then the row is for the whole way. */
export interface NamedStage {
  id: string | null;
  label: string;
}

export const isWithin = ({ from, to }: Frame, day: IsoDate): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);

export const asksFor = ({ stage }: Frame, one: string | null): boolean => stage === undefined || stage === one;

/**
 * Returns the working days of a stretch without those on which it stood still. A stretch that still lasts is counted up
 * to today.
 */
export function workingDays({ workdays, today }: Frame, { from, to }: Stretch, still: readonly Stretch[]): number {
  const end = to ?? today;
  const stood = still.map((s) =>
    workdays.between(s.from > from ? s.from : from, (s.to ?? today) < end ? (s.to ?? today) : end),
  );
  return workdays.between(from, end) - stood.reduce((sum, n) => sum + n, 0);
}

export const named = ({ id, title }: Procedure): NamedProcedure => ({ id, title });

/** Returns the stages of a procedure in order. Without stages it returns the whole way as one. */
export const stagesOf = (procedure: Procedure): NamedStage[] =>
  procedure.stages.length === 0 ? [{ id: null, label: '全程' }] : [...procedure.stages];

export const unitNamed = ({ directory }: Frame, id: string): Named => ({
  id,
  name: directory.units.get(id)?.name ?? id,
});

export const byId = <Row extends { unit: Named }>(a: Row, b: Row): number => (a.unit.id < b.unit.id ? -1 : 1);
