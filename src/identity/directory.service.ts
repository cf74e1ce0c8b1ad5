import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/case/facts.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { headlessOf, type Directory } from '#machines/kit/words/directory.js';
import { headed, type CaseUnit, type Principal } from '#machines/kit/words/party.js';
import { Kept } from '../persistence/kept.js';
import { AbsenceStore, type Absence } from '../persistence/stores/absence.store.js';
import { DirectoryStore, type Person } from '../persistence/stores/directory.store.js';

/**
 * The longest time for which a change of the directory may stay unnoticed. A deactivated account loses access within
 * it.
 */
const KEPT_MS = 5_000;

const principalsOf = ({ id, unitId, roles }: Person): Principal[] => [
  ...(unitId === null ? [] : [`unit:${unitId}`]),
  ...roles.map((role) => `role:${role}`),
  `user:${id}`,
];

const atWork = (people: readonly Person[]): Person[] => {
  const staff = people.filter((p) => !p.head);
  return staff.length > 0 ? staff : [...people];
};

/** The units and the people who act for them. */
@Injectable()
export class DirectoryService {
  private readonly keptUnits = new Kept<'all', CaseUnit[]>(() => this.store.units(), KEPT_MS);
  private readonly keptPeople = new Kept<string, Person | null>((id) => this.store.person(id), KEPT_MS);

  private readonly keptDirectory = new Kept<'all', Directory>(() => this.read(), KEPT_MS);
  private readonly keptAbsences = new Kept<IsoDate, Absence[]>((day) => this.absences.on(day), KEPT_MS);

  constructor(
    private readonly store: DirectoryStore,
    private readonly absences: AbsenceStore,
  ) {}

  units(): Promise<readonly CaseUnit[]> {
    return this.keptUnits.get('all');
  }

  async unit(id: string): Promise<CaseUnit | null> {
    return (await this.units()).find((u) => u.id === id) ?? null;
  }

  /** Returns null for somebody unknown or no longer active. */
  async person(id: string): Promise<Person | null> {
    const person = await this.keptPeople.get(id);
    return person?.active ? person : null;
  }

  /** Returns everybody who can be named in an event, and every unit. */
  current(): Promise<Directory> {
    return this.keptDirectory.get('all');
  }

  /** Returns everybody who is away on that day. */
  absentOn(day: IsoDate): Promise<readonly Absence[]> {
    return this.keptAbsences.get(day);
  }

  /**
   * Returns the person in the place of everybody whose absence they stand in for on that day. Those for whom an absent
   * person would stand in are not included: a lent power can't be lent on.
   */
  async standsInFor(actor: Actor, today: IsoDate): Promise<readonly Actor[]> {
    const [{ people }, absent] = await Promise.all([this.current(), this.absentOn(today)]);
    return absent
      .filter((a) => a.substituteId === actor.userId)
      .flatMap(({ userId }) => {
        const person = people.get(userId);
        return person
          ? [
              {
                ...actor,
                principals: person.principals,
                actingFor: { userId, name: person.name, unitId: person.unitId },
              },
            ]
          : [];
      });
  }

  /** Returns who stands in for any of these people on that day. */
  async substitutesOf(userIds: readonly string[], today: IsoDate): Promise<string[]> {
    const [{ people }, absent] = await Promise.all([this.current(), this.absentOn(today)]);
    return absent.filter((a) => userIds.includes(a.userId) && people.has(a.substituteId)).map((a) => a.substituteId);
  }

  /** Returns the person as the law sees them. Null for somebody unknown or no longer active. */
  async actor(id: string): Promise<Actor | null> {
    const person = await this.person(id);
    return person && { userId: person.id, name: person.name, unitId: person.unitId, principals: principalsOf(person) };
  }

  /**
   * Returns the active people behind a principal, as of now. For a unit or an office these are the people who do its
   * daily work, not its head. For `head:…` these are the heads of their units, or the people themselves if there is no
   * head. For any other principal it returns nobody.
   */
  async usersOf(principal: Principal): Promise<Person[]> {
    const under = headed(principal);
    if (under !== undefined) return this.headsOver(await this.usersOf(under));
    const [kind, id] = principal.split(':', 2) as [string, string | undefined];
    if (kind === 'unit' && id) return atWork(await this.store.activeInUnit(id));
    if (kind === 'role' && id) return atWork(await this.store.activeWithRole(id));
    if (kind === 'user' && id) return [await this.person(id)].filter((p) => p !== null);
    return [];
  }

  private async headsOver(people: readonly Person[]): Promise<Person[]> {
    const units = [...new Set(people.flatMap((p) => p.unitId ?? []))];
    const heads = (await Promise.all(units.map((unit) => this.store.activeInUnit(unit)))).flat().filter((p) => p.head);
    return heads.length > 0 ? heads : [...people];
  }

  /** Must be called after a unit or an account is changed. */
  changed(): void {
    this.keptUnits.forget();
    this.keptPeople.forget();
    this.keptDirectory.forget();
    this.keptAbsences.forget();
  }

  private async read(): Promise<Directory> {
    const [units, people] = await Promise.all([this.units(), this.store.people()]);
    return {
      units: new Map(units.map((unit) => [unit.id, unit])),
      people: new Map(
        people.map((p) => [p.id, { id: p.id, name: p.name, unitId: p.unitId, principals: principalsOf(p) }]),
      ),
      headless: headlessOf(
        units.map(({ id }) => id),
        people,
      ),
    };
  }
}
