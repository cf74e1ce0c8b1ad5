import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('documents')
export class DocumentRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ type: 'text' })
  sha256: string;

  /** bigint: the driver returns it as text. */
  @Column({ type: 'bigint' })
  size: string;

  @Column({ name: 'storage_key', type: 'text' })
  storageKey: string;

  @Column({ name: 'uploaded_by', type: 'text' })
  uploadedBy: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz' })
  uploadedAt: Date;

  /** The seq of the case when it was added. Null in older rows. */
  @Column({ name: 'case_seq', type: 'integer', nullable: true })
  caseSeq: number | null;
}
