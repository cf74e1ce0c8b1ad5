import { Injectable } from '@nestjs/common';
import type { Actor } from '#machines/kit/facts.js';
import type { CaseUnit, Principal } from '#machines/kit/party.js';
import { Kept } from '../persistence/kept.js';
import { DirectoryStore, type Person } from '../persistence/stores/directory.store.js';

/** How long a change of the directory may go unnoticed: a deactivated account loses access within it. */
const KEPT_MS = 5_000;

const principalsOf = ({ unitId, roles }: Person): Principal[] => [...(unitId === null ? [] : [`unit:${unitId}`]), ...roles.map((role) => `role:${role}`)];

/** Units and the people who act for them. */
@Injectable()
export class DirectoryService {
  private readonly keptUnits = new Kept<'all', CaseUnit[]>(() => this.store.units(), KEPT_MS);
  private readonly keptPeople = new Kept<string, Person | null>((id) => this.store.person(id), KEPT_MS);

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

  /** The person as the law sees them; null for someone unknown or no longer active. */
  async actor(id: string): Promise<Actor | null> {
    const person = await this.person(id);
    return person && { userId: person.id, name: person.name, unitId: person.unitId, principals: principalsOf(person) };
  }

  /** The active people behind `unit:<id>` or `role:<role>`, as of now; nobody for any other principal. */
  async usersOf(principal: Principal): Promise<Person[]> {
    const [kind, id] = principal.split(':', 2) as [string, string | undefined];
    if (kind === 'unit' && id) return this.store.activeInUnit(id);
    if (kind === 'role' && id) return this.store.activeWithRole(id);
    return [];
  }

  /** To be called by whoever has changed a unit or an account. */
  changed(): void {
    this.keptUnits.forget();
    this.keptPeople.forget();
  }
}
