import type { Refusal } from '../law/rule.js';

/** How many steps of others may lie between somebody and the step that the case waits for. */
const DEEPEST = 4;

/** A step as somebody is offered it. */
export interface Offer {
  type: string;
  refusals: readonly Pick<Refusal, 'curedBy' | 'earliest' | 'weight'>[];
}

/** What is known of the case when its steps are judged. */
interface Around {
  procedure: string;
  /** Everybody's offers of a step. */
  offered(type: string): readonly Offer[];
  /** A day will come that changes something. */
  isTimed: boolean;
}

/** Tells whether a step is open, or closed only by what can be cured here. */
export const isWithinReach = (offer: Offer, around: Around, depth = 0): boolean =>
  offer.refusals.every((refused) => isCurable(refused, around, depth));

function isCurable({ curedBy, earliest, weight }: Offer['refusals'][number], around: Around, depth: number): boolean {
  if (weight === 'principle') return true;
  return curedBy.some((cure) => {
    switch (cure.kind) {
      case 'form':
      case 'document':
      case 'case':
      case 'substitute':
        return true;
      case 'day':
        return earliest !== undefined || around.isTimed;
      case 'nothing':
      case 'outside':
        return false;
      case 'step':
        if (cure.procedure !== undefined && cure.procedure !== around.procedure) return true;
        return depth < DEEPEST && around.offered(cure.event).some((offer) => isWithinReach(offer, around, depth + 1));
    }
  });
}

/** A transition as far as it tells whether a case moves on by it. */
interface Way {
  from: string;
  event: string;
  barrier: boolean;
  remark: boolean;
  abandons: boolean;
  revokes: boolean;
}

/**
 * Returns the events by which a case moves on from a state. What is given up or taken back moves nothing on, and neither
 * does what is open in every state.
 */
export const waysOn = (ways: readonly Way[], state: string): Set<string> =>
  new Set(
    ways
      .filter(
        ({ from, event, barrier, remark, abandons, revokes }) =>
          event !== '' &&
          !(barrier || remark || abandons || revokes) &&
          (from === state || (from.includes('.') && state.startsWith(`${from}.`))),
      )
      .map(({ event }) => event),
  );
