import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class UserRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', unique: true })
  username: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId: string | null;

  @Column({ type: 'text', array: true })
  roles: string[];

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ type: 'boolean' })
  active: boolean;

  /** 负责人: is told of what the unit has left undone, and does none of its daily work. */
  @Column({ type: 'boolean', default: false })
  head: boolean;

  /** The number at which a person can be called about a step. Readers of the case see it. */
  @Column({ type: 'text', nullable: true })
  phone: string | null;
}
