import type { Actor } from '../case/facts.js';
import type { Position } from '../case/standing.js';
import type { Decision } from '../decide/decision.js';
import type { Refusal } from '../law/rule.js';
import { addDays, dayOf, type IsoDate, type IsoInstant } from '../words/dates.js';
import { Chance } from './chance.js';

/**
 * Every promise is followed the first times it is met, and then now and then: to reach its day the walk must live
 * through all that rings on the way.
 */
const FOLLOWED_FIRST = 3;
const FOLLOWED_LATER = 0.02;
const FOLLOWED_AT_MOST = 25;

type Promised = Pick<Refusal, 'rule' | 'earliest'>;

/** An action as far as it makes promises. */
interface Offered {
  type: string;
  refusals: readonly Promised[];
}

/** A case as far as its promises are followed. */
export interface Promising {
  readonly id: string;
  readonly seq: number;
  readonly now: IsoInstant;
  readonly state: { position: Pick<Position, 'states' | 'status'> };
  readonly docket: { copy(): { tale(id: string): Promising | undefined }; actor(name: string): Actor };
  passTo(day: IsoDate): unknown;
  actions(by: string): readonly Offered[];
  tried(by: Actor, type: string, data: unknown): Decision;
}

interface Refused {
  tale: Promising;
  type: string;
  refusals: readonly Promised[];
  /**
   * Asks the same of the same case in another docket, on another day. A step that is no longer offered gets no refusal.
   */
  again: (tale: Promising) => readonly Promised[];
}

/**
 * A day that a refusal names is a promise: it lies ahead, on it the same rule lets the same step pass, and on the day
 * before it did not yet. Only time, and what time rings, may lie between.
 */
export class Foretold {
  private readonly followed = new Map<string, number>();
  private readonly broken = new Set<string>();
  private readonly chance: Chance;

  /** Its own random sequence: following a promise must not change where the walk goes on. */
  constructor(
    seed: number,
    private readonly wrong: (what: string) => void,
  ) {
    this.chance = new Chance(seed);
  }

  /** Notes the promises that are made before a form is filled in. */
  listed(tale: Promising, by: string, actions: readonly Offered[]): void {
    for (const { type, refusals } of actions)
      this.hold({
        tale,
        type,
        refusals,
        again: (later) => later.actions(by).find((a) => a.type === type)?.refusals ?? [],
      });
  }

  /** Notes the promises that are made for a filled-in form, too. */
  said(tale: Promising, by: string, type: string, data: unknown, refusals: readonly Promised[]): void {
    const again = (later: Promising): readonly Promised[] => {
      const decision = later.tried(later.docket.actor(by), type, data);
      return decision.kind === 'refused' ? decision.refusals : [];
    };
    this.hold({ tale, type, refusals, again });
  }

  private hold(refused: Refused): void {
    const today = dayOf(refused.tale.now);
    for (const { rule, earliest } of refused.refusals) {
      if (earliest === undefined) continue;
      if (earliest <= today) this.breaks(refused, rule, 'past', `says ${earliest} and it is ${today}`);
      else if (this.follows(refused, rule)) this.follow(refused, rule, earliest, today);
    }
  }

  private follow(refused: Refused, rule: string, earliest: IsoDate, today: IsoDate): void {
    const { tale, again } = refused;
    const later = tale.docket.copy().tale(tale.id)!;
    const refuses = (): boolean => again(later).some((r) => r.rule === rule);
    const eve = addDays(earliest, -1);
    if (eve > today) {
      later.passTo(eve);
      // If a case moved by itself on the way it is another case. Its refusals are new ones.
      if (!refuses() && later.seq === tale.seq)
        this.breaks(refused, rule, 'early', `says ${earliest} on ${today} and refuses no longer on ${eve}`);
    }
    later.passTo(earliest);
    if (refuses())
      this.breaks(refused, rule, 'late', `says ${earliest} on ${today} and refuses on that day in ${placeOf(later)}`);
  }

  private follows({ tale, type }: Refused, rule: string): boolean {
    const key = `${rule} ${type} ${placeOf(tale)}`;
    const times = this.followed.get(key) ?? 0;
    if (times >= FOLLOWED_AT_MOST || (times >= FOLLOWED_FIRST && !this.chance.hit(FOLLOWED_LATER))) return false;
    this.followed.set(key, times + 1);
    return true;
  }

  private breaks({ tale, type }: Refused, rule: string, how: string, what: string): void {
    const key = `${rule} ${type} ${how}`;
    if (this.broken.has(key)) return;
    this.broken.add(key);
    this.wrong(`${rule} promises ${type} a day, ${what}; stood in ${placeOf(tale)}`);
  }
}

const placeOf = ({ state: { position } }: Promising): string => `${position.states[0]}, ${position.status}`;
