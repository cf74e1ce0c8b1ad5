import { Inject, Injectable } from '@nestjs/common';
import { addDays, at, dayOf, instantOf, type IsoDate } from '#machines/kit/dates.js';
import { explain } from '#machines/kit/decide.js';
import { openQuestions } from '#machines/kit/desk.js';
import { nameOfPrincipal } from '#machines/kit/directory.js';
import type { Actor } from '#machines/kit/facts.js';
import { awaitedOf, partiesOf, type PartyId, type Principal } from '#machines/kit/party.js';
import { causeOf, type StuckKind } from '#machines/kit/stuck.js';
import { SYSTEM } from '#machines/kit/facts.js';
import { caseSummary } from '../cases/case-summary.js';
import { Onlookers } from '../cases/onlooker.js';
import { TodayService } from '../cases/today.service.js';
import type { Today } from '../cases/case-view.js';
import { openCase, type OpenedCase } from '../engine/case-of.js';
import { CASE_STORE, type CaseStore } from '../engine/ports.js';
import { DirectoryService } from '../identity/directory.service.js';
import type { CaseFilter, Days } from '../persistence/stores/case-list.store.js';
import { StuckStore, type StuckDays, type StuckPlace, type StuckRow } from '../persistence/stores/stuck.store.js';

/** Which cases are stuck, on whom, since when, and by which clause: read from columns written with the last event. */
@Injectable()
export class StuckService {
  constructor(
    private readonly store: StuckStore,
    private readonly today: TodayService,
    private readonly directory: DirectoryService,
    private readonly onlookers: Onlookers,
    @Inject(CASE_STORE) private readonly cases: CaseStore,
  ) {}

  async page(actor: Actor, filter: CaseFilter & { kind?: StuckKind | undefined }, limit: number, after: StuckPlace | null) {
    const now = await this.today.now();
    const rows = await this.store.page(await this.onlookers.of(actor), filter, stuckDays(now), limit + 1, after);
    const items = await Promise.all(rows.slice(0, limit).map((row) => this.item(row, now)));
    return { items, next: rows.length > limit ? rows[limit - 1]!.place : null };
  }

  async counts(actor: Actor) {
    return this.store.counts(await this.onlookers.of(actor), await this.today.now());
  }

  private async item(stuck: StuckRow, now: Today & Days) {
    const { row, kind, fault, lastReminder } = stuck;
    const loaded = (await this.cases.load(row.id))!;
    const opened = openCase(loaded, SYSTEM, now);
    const units = await this.directory.units();
    const owed = kind === 'overdue' || kind === 'due-soon' ? opened.state.deadlines.find((d) => d.id === row.dueDeadline) : undefined;
    const definition = owed && opened.procedure.deadlines[owed.name];
    const parties = definition ? partiesOf(definition.whose, opened.state.snapshot.context) : opened.state.position.waits.slice(0, 1).map((w) => w.party);
    const since = sinceOf(kind, row, owed?.dueOn ?? null);
    const workingDays = now.calendar.workdaysBetween(since, now.today);
    const who = parties.map((id) => `${nameOf(opened, id, units)}${askedFor(opened, id)}`).join('、') || '—';
    const what = definition?.label ?? row.stateLabel;
    return {
      case: caseSummary(row, now),
      kind,
      cause: { code: kind, message: causeOf(kind, { who, what, dueOn: row.dueOn, since, workingDays, fault }) },
      chase: await this.chase(opened, parties[0], units),
      since,
      workingDays,
      clause: definition?.clause ?? row.waitingClause,
      deadline: owed?.name ?? null,
      nextSteps: nextSteps(opened, parties),
      lastReminder: lastReminder && { ...lastReminder, at: instantOf(lastReminder.at.getTime()) },
    };
  }

  /** The office to call, or the person who has taken the step over. For an outside body it is whoever records its decision. */
  private async chase(opened: OpenedCase, party: PartyId | undefined, units: readonly { id: string; name: string }[]) {
    const definition = party === undefined ? undefined : opened.procedure.parties[party];
    if (!definition) return { unit: null, role: null, label: '—' };
    const [principal] = principalsNow(opened, party!);
    const people = principal === undefined ? [] : await this.directory.usersOf(principal);
    const unit = units.find((u) => u.id === people[0]?.unitId) ?? null;
    return {
      unit: unit && { id: unit.id, name: unit.name },
      role: definition.kind === 'role' ? definition.role : party!,
      label: definition.label,
      ...(people[0] ? { person: people[0].name } : {}),
    };
  }
}

/** A unit by its own name, an office or a body outside by what the procedure calls it. */
function nameOf({ procedure, facts }: OpenedCase, id: PartyId, units: readonly { id: string; name: string }[]): string {
  const party = procedure.parties[id]!;
  if (party.kind === 'applicant') return facts.unit.name;
  if (party.kind === 'superior') return units.find((u) => u.id === facts.unit.supervisingUnitId)?.name ?? party.label;
  return party.label;
}

/** Whose answer a party waits for itself. */
function askedFor({ state, facts }: OpenedCase, party: PartyId): string {
  const names = openQuestions(state.desk).filter((q) => q.party === party).map((q) => `${nameOfPrincipal(q.principal, facts.directory)}${q.how}`);
  return names.length === 0 ? '' : `(尚待${names.join('、')}答复)`;
}

/** Who of a party has the step in hand, and everyone else who is waited for. */
function principalsNow({ procedure, state, facts }: OpenedCase, party: PartyId): Principal[] {
  const holding = state.position.waits.filter((w) => w.party === party).flatMap((w) => w.principal ?? []);
  return [...holding, ...awaitedOf(party, procedure.parties, { unit: facts.unit, context: state.snapshot.context })];
}

/** What the parties chased could lawfully do next. */
function nextSteps(opened: OpenedCase, parties: readonly PartyId[]) {
  const { procedure, state, facts } = opened;
  const principals = parties.flatMap((id) => principalsNow(opened, id));
  const actor: Actor = { userId: 'chased', name: '', unitId: null, principals };
  return explain(procedure, state, { ...facts, actor }).filter((a) => a.allowed && a.kind === 'step').map(({ type, label }) => ({ type, label }));
}

function sinceOf(kind: StuckKind, row: StuckRow['row'], dueOn: IsoDate | null): IsoDate {
  if (kind === 'overdue' && dueOn) return dueOn;
  if (kind === 'paused-too-long' && row.pausedSince) return row.pausedSince;
  return dayOf(instantOf((kind === 'idle' ? row.movedAt : (row.waitingSince ?? row.movedAt)).getTime()));
}

function stuckDays({ today, yellowUntil, calendar, parameters }: Today & Days): StuckDays {
  const idle = parameters.number('idle.after', today);
  return {
    today, yellowUntil,
    idleBefore: at(calendar.addWorkdays(today, -idle), 0),
    pausedBefore: addDays(today, -parameters.number('paused.tooLong', today)),
  };
}
