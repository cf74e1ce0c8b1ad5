import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An administrator's line. It replaces a default from `fromDay` on. Lines are added, never changed. */
@Entity('parameters')
export class ParameterLineRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: string;

  /** Null means: for every regulation that has the key, and for the house. */
  @Column({ type: 'text', nullable: true })
  regulation: string | null;

  @Column({ type: 'text' })
  key: string;

  /** numeric: the driver returns it as text. */
  @Column({ type: 'numeric' })
  value: string;

  @Column({ name: 'from_day', type: 'date' })
  fromDay: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
