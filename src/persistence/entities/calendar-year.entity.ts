import { Column, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

@Entity('calendar_years')
export class CalendarYearRow {
  @PrimaryColumn({ type: 'int' })
  year: number;

  @Column({ type: 'text' })
  status: 'published' | 'estimated';

  @Column({ type: 'jsonb' })
  holidays: string[];

  @Column({ name: 'makeup_workdays', type: 'jsonb' })
  makeupWorkdays: string[];

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'int', default: 0 })
  edition: number;

  @Column({ name: 'imported_at', type: 'timestamptz', nullable: true })
  importedAt: Date | null;

  @Column({ name: 'imported_by', type: 'text', nullable: true })
  importedBy: string | null;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
