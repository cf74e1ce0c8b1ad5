import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#machines/kit/dates.js';
import type { Directory } from '#machines/kit/directory.js';
import type { Actor } from '#machines/kit/facts.js';
import type { CaseUnit, Principal } from '#machines/kit/party.js';
import { Kept } from '../persistence/kept.js';
import { DirectoryStore, type Person } from '../persistence/stores/directory.store.js';

/** How long a change of the directory may go unnoticed: a deactivated account loses access within it. */
const KEPT_MS = 5_000;

const principalsOf = ({ id, unitId, roles }: Person): Principal[] => [...(unitId === null ? [] : [`unit:${unitId}`]), ...roles.map((role) => `role:${role}`), `user:${id}`];

/** Units and the people who act for them. */
@Injectable()
export class DirectoryService {
  private readonly keptUnits = new Kept<'all', CaseUnit[]>(() => this.store.units(), KEPT_MS);
  private readonly keptPeople = new Kept<string, Person | null>((id) => this.store.person(id), KEPT_MS);

  private readonly keptDirectory = new Kept<'all', Directory>(() => this.read(), KEPT_MS);
  private readonly keptAbsences = new Kept<string, Person[]>((key) => this.store.absentFor(...(key.split(' ') as [string, IsoDate])), KEPT_MS);

  constructor(private readonly store: DirectoryStore) {}

  units(): Promise<readonly CaseUnit[]> {
    return this.keptUnits.get('all');
  }

  async unit(id: string): Promise<CaseUnit | null> {
    return (await this.units()).find((u) => u.id === id) ?? null;
  }

  /** Null for someone unknown or no longer active. */
  async person(id: string): Promise<Person | null> {
    const person = await this.keptPeople.get(id);
    return person?.active ? person : null;
  }

  /** Everybody who can be named in an event, and every unit. */
  current(): Promise<Directory> {
    return this.keptDirectory.get('all');
  }

  /** The same person in the place of each whose absence they stand in for on that day. */
  async standsInFor(actor: Actor, today: IsoDate): Promise<readonly Actor[]> {
    const absent = await this.keptAbsences.get(`${actor.userId} ${today}`);
    return absent.map((person) => ({
      ...actor, principals: principalsOf(person), actingFor: { userId: person.id, name: person.name, unitId: person.unitId },
    }));
  }

  /** The person as the law sees them; null for someone unknown or no longer active. */
  async actor(id: string): Promise<Actor | null> {
    const person = await this.person(id);
    return person && { userId: person.id, name: person.name, unitId: person.unitId, principals: principalsOf(person) };
  }

  /** The active people behind `unit:<id>`, `role:<role>` or `user:<id>`, as of now; nobody for any other principal. */
  async usersOf(principal: Principal): Promise<Person[]> {
    const [kind, id] = principal.split(':', 2) as [string, string | undefined];
    if (kind === 'unit' && id) return this.store.activeInUnit(id);
    if (kind === 'role' && id) return this.store.activeWithRole(id);
    if (kind === 'user' && id) return [await this.person(id)].filter((p) => p !== null);
    return [];
  }

  /** To be called by whoever has changed a unit or an account. */
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
      people: new Map(people.map((p) => [p.id, { id: p.id, name: p.name, unitId: p.unitId, principals: principalsOf(p) }])),
    };
  }
}
