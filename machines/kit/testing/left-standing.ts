import type { Chance } from './chance.js';
import type { Docket, Tale } from './docket.js';

const KEPT_A_STATE = 4;

/** A case left standing. */
interface Left {
  docket: Docket;
  id: string;
  states: readonly string[];
}

/** The cases from which a walk may go on: a few for each state, and for units with and without a department above. */
export class LeftStanding {
  private readonly places = new Map<string, { visits: number; cases: Left[] }>();

  constructor(private readonly chance: Chance) {}

  get size(): number {
    return this.places.size;
  }

  dockets(): Docket[] {
    return [...this.places.values()].flatMap(({ cases }) => cases.map((c) => c.docket));
  }

  /** Keeps a copy, unless the case has ended. Where enough are kept already, it now and then replaces one of them. */
  keep(docket: Docket, { state, unit, id }: Tale): void {
    const { states, status } = state.position;
    if (status === 'closed' || status === 'terminated') return;
    const key = `${states[0]} ${unit.supervisingUnitId ?? ''}`;
    const place = this.places.get(key) ?? { visits: 0, cases: [] };
    this.places.set(key, place);
    if (place.cases.length < KEPT_A_STATE) place.cases.push({ docket: docket.copy(), id, states });
    else if (this.chance.hit(0.2))
      place.cases[this.chance.int(0, KEPT_A_STATE - 1)] = { docket: docket.copy(), id, states };
  }

  /** Chooses a case, rather one that was seldom chosen and from which `isBeyond` says that something new is near. */
  chosen(isBeyond: (states: readonly string[]) => boolean): Left {
    const place = this.chance.weighted(
      [...this.places.values()],
      ({ visits, cases }) => (isBeyond(cases[0]!.states) ? 8 : 1) / (1 + visits),
    );
    place.visits += 1;
    return this.chance.pick(place.cases);
  }
}
