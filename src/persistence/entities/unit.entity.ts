import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('units')
export class UnitRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', unique: true })
  name: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'credit_code', type: 'text' })
  creditCode: string;

  @Column({ name: 'supervising_unit_id', type: 'text', nullable: true })
  supervisingUnitId: string | null;
}
