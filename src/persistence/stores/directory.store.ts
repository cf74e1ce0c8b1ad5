import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { UnitRow } from '../entities/unit.entity.js';
import { UserRow } from '../entities/user.entity.js';

/** A person who can sign in, without the password. */
export interface Person {
  id: string;
  username: string;
  name: string;
  unitId: string | null;
  roles: readonly string[];
  active: boolean;
  head: boolean;
  phone: string | null;
}

export interface PersonWithSecret extends Person {
  passwordHash: string;
}

/** The lock for seeding: several processes may start on one empty database at once. */
const SEEDING = 0x73656564;

const withoutSecret = ({ passwordHash: _, ...person }: UserRow): Person => person;

@Injectable()
export class DirectoryStore {
  constructor(private readonly dataSource: DataSource) {}

  units(): Promise<CaseUnit[]> {
    return this.dataSource.getRepository(UnitRow).find({ order: { id: 'asc' } });
  }

  async person(id: string): Promise<Person | null> {
    const row = await this.dataSource.getRepository(UserRow).findOneBy({ id });
    return row && withoutSecret(row);
  }

  withSecret(username: string): Promise<PersonWithSecret | null> {
    return this.dataSource.getRepository(UserRow).findOneBy({ username });
  }

  async activeInUnit(unitId: string): Promise<Person[]> {
    const rows = await this.dataSource
      .getRepository(UserRow)
      .find({ where: { unitId, active: true }, order: { id: 'asc' } });
    return rows.map(withoutSecret);
  }

  async activeWithRole(role: string): Promise<Person[]> {
    const rows = await this.dataSource
      .getRepository(UserRow)
      .createQueryBuilder('u')
      .where('u.active and u.roles @> array[:role]::text[]', { role })
      .orderBy('u.id')
      .getMany();
    return rows.map(withoutSecret);
  }

  async people(): Promise<Person[]> {
    const rows = await this.dataSource.getRepository(UserRow).find({ where: { active: true }, order: { id: 'asc' } });
    return rows.map(withoutSecret);
  }

  /**
   * Fills the directory if it is empty; `people` is called only then. A supervising unit stands before those it
   * supervises.
   */
  async fillIfEmpty(units: readonly CaseUnit[], people: () => Promise<readonly PersonWithSecret[]>): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SEEDING]);
      if (await tx.existsBy(UserRow, {})) return;
      await tx
        .createQueryBuilder()
        .insert()
        .into(UnitRow)
        .values([...units])
        .orIgnore()
        .execute();
      const rows = (await people()).map((person) => ({ ...person, roles: [...person.roles] }));
      await tx.insert(UserRow, rows);
    });
  }
}
