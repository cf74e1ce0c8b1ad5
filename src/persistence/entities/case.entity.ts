import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case as lists and supervision read it. Only the engine writes it, by its own statement. */
@Entity('cases')
export class CaseRow {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) number: string;
  @Column({ type: 'text' }) procedure: string;
  @Column({ name: 'procedure_version', type: 'int' }) procedureVersion: number;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'int' }) seq: number;
  @Column({ type: 'text', nullable: true }) stage: string | null;
  @Column({ type: 'text', array: true }) states: string[];
  @Column({ name: 'state_label', type: 'text' }) stateLabel: string;
  @Column({ type: 'text' }) status: 'active' | 'suspended' | 'closed' | 'terminated';
  @Column({ name: 'unit_id', type: 'text' }) unitId: string;
  @Column({ type: 'text', array: true }) audience: string[];
  @Column({ name: 'waiting_kind', type: 'text', nullable: true }) waitingKind: string | null;
  @Column({ name: 'waiting_party', type: 'text', nullable: true }) waitingParty: string | null;
  @Column({ name: 'waiting_principal', type: 'text', nullable: true }) waitingPrincipal: string | null;
  @Column({ name: 'waiting_clause', type: 'text', nullable: true }) waitingClause: string | null;
  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true }) waitingSince: Date | null;
  @Column({ type: 'text', array: true }) todo: string[];
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'due_deadline', type: 'text', nullable: true }) dueDeadline: string | null;
  @Column({ name: 'paused_since', type: 'date', nullable: true }) pausedSince: string | null;
  @Column({ name: 'created_by', type: 'text' }) createdBy: string;
  @Column({ type: 'text', array: true }) copies: string[];
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'moved_at', type: 'timestamptz' }) movedAt: Date;
}
