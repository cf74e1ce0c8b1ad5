import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '#machines/kit/case/facts.js';
import { causeOf, type StuckKind } from '#machines/kit/read/stuck.js';
import { addDays, at, dayOf, instantOf, type IsoDate } from '#machines/kit/words/dates.js';
import { headOf, type Principal } from '#machines/kit/words/party.js';
import { workdaysOver } from '#machines/kit/words/period.js';
import { caseSummary, type CaseSummary } from '../cases/case-summary.js';
import { Onlookers } from '../cases/onlooker.js';
import { TodayService, type Today } from '../cases/today.service.js';
import { openCase, type OpenedCase } from '../engine/case-of.js';
import { CASE_STORE, type CaseStore } from '../engine/ports.js';
import { DirectoryService } from '../identity/directory.service.js';
import type { CaseFilter } from '../persistence/stores/case-list.store.js';
import {
  StuckStore,
  type StuckDays,
  type StuckFilter,
  type StuckPlace,
  type StuckRow,
} from '../persistence/stores/stuck.store.js';
import { matterOf, type Matter } from './chase.js';
import { nextSteps, repairs, type NextStep } from './next-steps.js';
import { Scopes } from './scope.js';
import { tallied, type Tally } from './tally.js';

export interface StuckQuery extends CaseFilter {
  kind?: StuckKind | undefined;
  /** A unit: what its people, or the offices it holds, must do. */
  chased?: string | undefined;
}

export interface StuckItem {
  case: CaseSummary;
  kind: StuckKind;
  cause: { code: StuckKind; message: string };
  chase: {
    unit: { id: string; name: string } | null;
    role: string | null;
    label: string;
    person?: string;
    contact?: string;
  };
  since: IsoDate;
  workingDays: number;
  regulation: string;
  clause: string | null;
  cite: string | null;
  deadline: string | null;
  dueOn: IsoDate | null;
  /** The day may still move, because it crosses a year without an official calendar. */
  provisional: boolean;
  light: StuckRow['light'];
  nextSteps: NextStep[];
  lastReminder: { at: string; channel: string; state: 'sent' | 'delivered' | 'read' } | null;
}

/**
 * Tells which cases are stuck, on whom, since when, and by which clause. It reads columns that the last event wrote.
 */
@Injectable()
export class StuckService {
  constructor(
    private readonly store: StuckStore,
    private readonly today: TodayService,
    private readonly directory: DirectoryService,
    private readonly onlookers: Onlookers,
    private readonly scopes: Scopes,
    @Inject(CASE_STORE) private readonly cases: CaseStore,
  ) {}

  async page(
    actor: Actor,
    query: StuckQuery,
    limit: number,
    after: StuckPlace | null,
  ): Promise<{ items: StuckItem[]; next: StuckPlace | null }> {
    const now = await this.today.now();
    const rows = await this.store.page(
      await this.onlookers.of(actor),
      await this.filterOf(query),
      stuckDays(now),
      limit + 1,
      after,
    );
    const shown = rows.slice(0, limit);
    return { items: await this.items(shown, now), next: rows.length > limit ? shown.at(-1)!.place : null };
  }

  async counts(actor: Actor, query: StuckQuery): Promise<Tally> {
    const now = await this.today.now();
    const rows = await this.store.counts(await this.onlookers.of(actor), await this.filterOf(query), stuckDays(now));
    return tallied(rows, await this.directory.current(), (stage) => this.scopes.stageLabel(stage));
  }

  async open(actor: Actor) {
    return this.store.open(await this.onlookers.of(actor), await this.today.now());
  }

  private async filterOf({ chased, ...filter }: StuckQuery): Promise<StuckFilter> {
    if (chased === undefined) return filter;
    const { people } = await this.directory.current();
    const own = [...people.values()].filter((p) => p.unitId === chased).flatMap((p) => p.principals);
    return { ...filter, chased: [...new Set([`unit:${chased}`, ...own])] };
  }

  private async items(rows: readonly StuckRow[], now: Today): Promise<StuckItem[]> {
    const loaded = await this.cases.loadAll([...new Set(rows.map((r) => r.row.id))]);
    const opened = new Map(loaded.map((one) => [one.record.id, openCase(one, SYSTEM, now)]));
    const people = new People(this.directory);
    const matters = rows.map((row) => ({
      row,
      opened: opened.get(row.row.id)!,
      matter: matterOf(opened.get(row.row.id)!, row, row.row.stateLabel),
    }));
    const told = await Promise.all(
      matters.map(async ({ row, matter }) => ({
        id: row.row.id,
        deadline: row.deadline,
        users: await people.toldOf(matter.principal),
      })),
    );
    const reminders = await this.store.lastReminders(told);
    return Promise.all(
      matters.map(async ({ row, opened: one, matter }, i): Promise<StuckItem> => {
        const since = sinceOf(row);
        const workingDays = workdaysOver(since, now.today, now.calendar, matter.pauses);
        const { who, what, dueOn, clause, provisional, deadline } = matter;
        const last = reminders[i];
        return {
          case: caseSummary(row.row, now),
          kind: row.kind,
          light: row.light,
          cause: {
            code: row.kind,
            message: causeOf(row.kind, {
              ...{ who, what, dueOn, provisional, since, workingDays, fault: row.fault },
              stopped: matter.pauses.some((p) => p.to === null),
            }),
          },
          chase:
            row.kind === 'faulted'
              ? await this.administrator(one, matter, people)
              : await this.chase(one, matter, people),
          since,
          workingDays,
          regulation: one.facts.regulation.id,
          clause,
          cite: clause && one.facts.regulation.cite(clause),
          deadline,
          dueOn,
          provisional,
          nextSteps: row.kind === 'faulted' ? repairs(row.delivery) : nextSteps(one, matter),
          lastReminder: last ? { ...last, at: instantOf(last.at.getTime()) } : null,
        };
      }),
    );
  }

  /** Finds the administrators to call about a fault: the accounts in use. */
  private async administrator(
    { facts }: OpenedCase,
    { who, principal }: Matter,
    people: People,
  ): Promise<StuckItem['chase']> {
    const [person] = await people.of(principal);
    const unit = facts.directory.units.get(person?.unitId ?? '');
    return {
      unit: unit ? { id: unit.id, name: unit.name } : null,
      role: principal?.slice('role:'.length) ?? null,
      label: who,
      ...(person ? { person: person.name } : {}),
      ...(person?.phone ? { contact: person.phone } : {}),
    };
  }

  /** Finds the office to call, and the person in it. For an outside body it is the office that records its decision. */
  private async chase(
    { procedure, facts, state }: OpenedCase,
    { party, principal }: Matter,
    people: People,
  ): Promise<StuckItem['chase']> {
    const definition = party === undefined ? undefined : procedure.parties[party];
    if (!definition) return { unit: null, role: null, label: '—' };
    const [person] = await people.of(principal);
    const unit = facts.directory.units.get(person?.unitId ?? '');
    const named = definition.kind === 'applicant' ? procedure.contact?.(state.snapshot.context) : undefined;
    const contact = [person?.phone, named && `${named.name} ${named.phone}`].filter(Boolean).join('；');
    return {
      unit: unit ? { id: unit.id, name: unit.name } : null,
      role: definition.kind === 'role' ? definition.role : party!,
      label: definition.label,
      ...(person ? { person: person.name } : {}),
      ...(contact === '' ? {} : { contact }),
    };
  }
}

/** The people behind each principal of a page, looked up once. */
class People {
  private readonly known = new Map<Principal, ReturnType<DirectoryService['usersOf']>>();

  constructor(private readonly directory: DirectoryService) {}

  async of(principal: Principal | undefined) {
    if (principal === undefined) return [];
    if (!this.known.has(principal)) this.known.set(principal, this.directory.usersOf(principal));
    return this.known.get(principal)!;
  }

  /** Returns those whose reading of a reminder counts: the people to be called, and the heads of their units. */
  async toldOf(principal: Principal | undefined): Promise<string[]> {
    if (principal === undefined) return [];
    const told = await Promise.all([this.of(principal), this.of(headOf(principal))]);
    return [...new Set(told.flat().map((p) => p.id))];
  }
}

const sinceOf = ({ place }: StuckRow): IsoDate => dayOf(place.since);

function stuckDays({ today, yellowUntil, calendar, parameters }: Today): StuckDays {
  const idle = parameters.house.number('idle.after', today);
  return {
    today,
    yellowUntil,
    idleBefore: at(calendar.addWorkdays(today, -idle), 0),
    pausedBefore: addDays(today, -parameters.house.number('paused.tooLong', today)),
  };
}
