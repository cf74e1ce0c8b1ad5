import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Values that the processes of one installation share and no administrator configures. */
@Entity('settings')
export class SettingRow {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  value: string;
}
