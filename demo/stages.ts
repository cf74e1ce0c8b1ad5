import type { IsoDate } from '#machines/kit/words/dates.js';
import { officeDay, urged } from './office-days.js';
import { approvalOf } from './stages/approval.js';
import { closingOf } from './stages/closing.js';
import { deliveryOf } from './stages/delivery.js';
import { planningOf } from './stages/planning.js';
import type { Subject } from './stages/subject.js';
import type { Step } from './step.js';

/** Returns every stage of a project as lines for its unit. Each takes the day on which it begins. */
export function stagesOf(subject: Subject) {
  return {
    ...planningOf(subject),
    ...approvalOf(subject),
    ...deliveryOf(subject),
    ...closingOf(subject),

    /** A step that the law refuses with its clause. */
    refused: (on: IsoDate, by: string, send: string, data: unknown, clause: string): Step[] => [
      { on: officeDay(on), by, send, data, clause },
    ],

    urged: (on: IsoDate, by = 'supervisor'): Step[] => [urged(on, by)],

    /** Any other single step. */
    step: (on: IsoDate, by: string, send: string, data: unknown = {}, more: Partial<Step> = {}): Step[] => [
      { on: officeDay(on), by, send, data, ...more },
    ],
  };
}

export type Stages = ReturnType<typeof stagesOf>;
