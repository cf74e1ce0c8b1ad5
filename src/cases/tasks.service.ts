import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { openDelegations, openSigners } from '#machines/kit/case/desk.js';
import type { Actor } from '#machines/kit/case/facts.js';
import { owedBy } from '#machines/kit/decide/ring.js';
import { isLate, lightOf } from '#machines/kit/decide/timekeeping.js';
import { labelOf } from '#machines/kit/law/procedure.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { instantOf } from '#machines/kit/words/dates.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import { instant, text } from '#machines/kit/words/fields.js';
import { Engine } from '../engine/engine.js';
import type { OfferedAction } from '../engine/offered.js';
import { WORLD, type World } from '../engine/ports.js';
import type { View } from '../engine/view.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { BoxStore, type BoxRow } from '../persistence/stores/box.store.js';
import type { Days } from '../persistence/stores/case-list.store.js';
import { caseSummary, type CaseSummary } from './case-summary.js';
import { Onlookers } from './onlooker.js';
import { TodayService } from './today.service.js';

export type Box = 'done' | 'mine' | 'copied';

/**
 * Why a case waits for somebody: it is their own step, one they have taken over, one they prepare, or an opinion they
 * owe.
 */
export type Turn = 'step' | 'transferred' | 'delegated' | 'signature';

export interface Task {
  case: CaseSummary;
  actions: Pick<OfferedAction, 'type' | 'label' | 'kind' | 'allowed' | 'refusals' | 'actingFor'>[];
  why: Turn[];
  /** Those in whose absence it waits for this person. */
  actingFor: { id: string; name: string }[];
  dueOn: string | null;
  light: CaseSummary['light'];
}

export interface Boxed {
  case: CaseSummary;
  /** When I last acted, began it, or was informed. */
  at: string;
  /** What I did last. Only in the box `done`. */
  last?: { seq: number; type: string; label: string; at: string };
  /** Who informed me. Only in the box `copied`. */
  copy?: { by: string; on: string; note: string | null };
}

const urgency = z.strictObject({ due: text(20), since: text(40), id: z.uuid() });
const place = z.strictObject({ at: instant, id: z.uuid() });

/** The boxes of a person: to do, done, begun by me, for my information. */
@Injectable()
export class TasksService {
  constructor(
    private readonly engine: Engine,
    private readonly store: BoxStore,
    private readonly today: TodayService,
    private readonly onlookers: Onlookers,
    private readonly procedures: Procedures,
    @Inject(WORLD) private readonly world: World,
  ) {}

  async todo(
    actor: Actor,
    limit: number,
    cursor: string | undefined,
  ): Promise<{ items: Task[]; nextCursor: string | null }> {
    const [days, absent] = await Promise.all([this.today.now(), this.world.standsInFor(actor)]);
    const everyone = [actor, ...absent];
    const principals = [...new Set(everyone.flatMap((a) => a.principals))];
    const rows = await this.store.todo(principals, limit + 1, fromCursor(cursor, urgency));
    const shown = rows.slice(0, limit);
    const views = await Promise.all(shown.map(({ row }) => this.engine.view(row.id, actor)));
    const items = shown.map(({ row }, i): Task => {
      const summary = caseSummary(row, days);
      const actions = (views[i]?.actions ?? []).map(({ type, label, kind, allowed, refusals, actingFor }) => ({
        type,
        label,
        kind,
        allowed,
        refusals,
        actingFor,
      }));
      const waited = everyone.filter((a) => row.todo.some((p) => a.principals.includes(p)));
      return {
        case: summary,
        actions,
        why: views[i] ? turnsOf(views[i], principals) : [],
        actingFor: waited.includes(actor)
          ? []
          : waited.flatMap(({ actingFor }) => (actingFor ? [{ id: actingFor.userId, name: actingFor.name }] : [])),
        ...(views[i] ? urgencyOf(views[i], principals, days) : { dueOn: null, light: 'green' as const }),
      };
    });
    return { items, nextCursor: rows.length > limit ? toCursor(shown.at(-1)!.place) : null };
  }

  async box(
    box: Box,
    actor: Actor,
    limit: number,
    cursor: string | undefined,
  ): Promise<{ items: Boxed[]; nextCursor: string | null }> {
    const [days, onlooker] = await Promise.all([this.today.now(), this.onlookers.of(actor)]);
    const rows = await this.store.page(box, onlooker, actor, limit + 1, fromCursor(cursor, place));
    const shown = rows.slice(0, limit);
    const items = shown.map(({ row, at, last, copy }): Boxed => ({
      case: caseSummary(row, days),
      at: instantOf(at.getTime()),
      ...(last ? { last: { ...last, label: this.lastLabel(row, last.type), at: instantOf(at.getTime()) } } : {}),
      ...(copy
        ? { copy: { by: nameOfPrincipal(`user:${copy.by}`, days.directory), on: copy.on, note: copy.note ?? null } }
        : {}),
    }));
    return {
      items,
      nextCursor: rows.length > limit ? toCursor({ at: shown.at(-1)!.exactly, id: shown.at(-1)!.row.id }) : null,
    };
  }

  private lastLabel({ procedure, procedureVersion }: BoxRow['row'], type: string): string {
    return labelOf(this.procedures.of(procedure, procedureVersion), type);
  }
}

/** Returns the first day that is this person's own. Another person's overdue duty in the same case is not theirs. */
function urgencyOf(
  { procedure, state, facts }: View,
  principals: readonly string[],
  days: Days,
): Pick<Task, 'dueOn' | 'light'> {
  const mine = state.deadlines.filter((d) => owedBy(procedure, state, d, facts).some((p) => principals.includes(p)));
  const [first] = mine
    .filter((d) => d.dueOn !== null && (d.status === 'open' || isLate(d, days.today)))
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1));
  if (first) return { dueOn: first.dueOn, light: lightOf(first, days.today, days.yellowUntil) };
  return { dueOn: null, light: mine.some((d) => d.status === 'paused') ? 'grey' : 'green' };
}

function turnsOf({ state: { position, desk } }: View, principals: readonly string[]): Turn[] {
  const mine = (principal: string | null): boolean => principal !== null && principals.includes(principal);
  const taken = (principal: string | null): boolean =>
    desk.assignments.some((a) => a.kind === 'transfer' && a.to === principal);
  const waits = position.waits.filter((w) => !w.stopped && mine(w.principal));
  return [
    ...(waits.some((w) => !taken(w.principal)) ? ['step' as const] : []),
    ...(waits.some((w) => taken(w.principal)) ? ['transferred' as const] : []),
    ...(openDelegations(desk).some((a) => mine(a.to)) ? ['delegated' as const] : []),
    ...(openSigners(desk).some((s) => mine(s.principal)) ? ['signature' as const] : []),
  ];
}
