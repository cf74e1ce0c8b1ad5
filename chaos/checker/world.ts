import { SYSTEM, type Actor, type DocumentFact } from '#machines/kit/case/facts.js';
import { ParameterSets } from '#machines/kit/law/parameter-sets.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import type { Regulation } from '#machines/kit/law/regulation.js';
import { Calendar } from '#machines/kit/words/calendar.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { headlessOf, type Directory } from '#machines/kit/words/directory.js';
import { headed, type CaseUnit, type Principal } from '#machines/kit/words/party.js';
import { grouped } from './json.js';
import type { DocumentRow, HistoryRow, Rows, UserRow } from './rows.js';

/**
 * What the law needs to know of the world, as the database has it. Directory, calendar and parameters count as
 * constant.
 */
export class World {
  readonly calendar: Calendar;
  readonly procedures: Procedures;
  readonly parameters: ParameterSets;
  readonly directory: Directory;
  private readonly users: Map<string, UserRow>;
  private readonly papers: Map<string, DocumentRow[]>;
  private readonly holders: Map<Principal, string[]>;

  constructor({ years, parameters, units, users, documents }: Rows, regulations: readonly Regulation[]) {
    this.procedures = new Procedures(regulations);
    this.calendar = new Calendar(
      years.map(({ makeup_workdays, ...year }) => ({ ...year, makeupWorkdays: makeup_workdays })),
    );
    this.parameters = new ParameterSets(
      regulations,
      parameters.map(({ from_day: from, ...line }) => ({ ...line, from })),
    );
    this.users = new Map(users.map((u) => [u.id, u]));
    const active = users.filter((u) => u.active);
    this.directory = {
      units: new Map(
        units.map((u) => [
          u.id,
          { id: u.id, name: u.name, kind: u.kind, creditCode: u.credit_code, supervisingUnitId: u.supervising_unit_id },
        ]),
      ),
      people: new Map(
        active.map((u) => [u.id, { id: u.id, name: u.name, unitId: u.unit_id, principals: principalsOf(u) }]),
      ),
      headless: headlessOf(
        units.map((u) => u.id),
        active.map((u) => ({ unitId: u.unit_id, head: u.head })),
      ),
    };
    this.holders = new Map(
      [
        ...grouped(
          active.flatMap((u) => principalsOf(u).map((p) => [p, u.id] as const)),
          ([p]) => p,
        ),
      ].map(([p, pairs]) => [p, pairs.map(([, id]) => id)]),
    );
    this.papers = grouped(documents, (d) => d.case_id);
  }

  unit(id: string): CaseUnit {
    return this.directory.units.get(id)!;
  }

  /**
   * Returns everybody for whom a message to a principal is: for an office those who do its daily work, for `head:…` the
   * heads of the units.
   */
  holding(principal: Principal): readonly string[] {
    const under = headed(principal);
    if (under !== undefined) return this.leading(this.holding(under));
    const all = this.holders.get(principal) ?? [];
    const staff = all.filter((id) => !this.users.get(id)!.head);
    return principal.startsWith('user:') || staff.length === 0 ? all : staff;
  }

  /** If none of their units has a head, the people themselves hear of it. */
  private leading(people: readonly string[]): readonly string[] {
    const unitOf = (id: string): string | null => this.users.get(id)!.unit_id;
    const heads = [...this.users.values()].filter(
      (u) => u.active && u.head && people.some((id) => unitOf(id) === u.unit_id),
    );
    return heads.length > 0 ? heads.map((h) => h.id) : people;
  }

  /** Returns who wrote a row of history, with their principals. */
  actorOf({ actor, acting_for }: HistoryRow): Actor {
    if (actor.id === SYSTEM.userId) return SYSTEM;
    const office = this.users.get((acting_for ?? actor).id);
    const actingFor = acting_for
      ? { actingFor: { userId: acting_for.id, name: acting_for.name, unitId: acting_for.unit } }
      : {};
    return {
      userId: actor.id,
      name: actor.name,
      unitId: actor.unit,
      principals: office ? principalsOf(office) : [],
      ...actingFor,
    };
  }

  /** Returns the documents of a case at an instant, or before the event of that seq. Older rows know no seq. */
  documentsOf(caseId: string, at: IsoInstant, seq?: number): DocumentFact[] {
    const known = ({ case_seq, uploaded_at }: DocumentRow): boolean =>
      seq !== undefined && case_seq !== null ? case_seq < seq : Date.parse(uploaded_at) <= Date.parse(at);
    return (this.papers.get(caseId) ?? [])
      .filter(known)
      .map(({ id, kind, sha256, uploaded_at }) => ({ id, kind, sha256, uploadedOn: dayOf(uploaded_at) }));
  }
}

const principalsOf = ({ id, unit_id, roles }: UserRow): Principal[] => [
  ...(unit_id === null ? [] : [`unit:${unit_id}`]),
  ...roles.map((role) => `role:${role}`),
  `user:${id}`,
];
