import { z } from 'zod';
import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '#machines/kit/case/desk.js';
import type { Wait } from '#machines/kit/case/standing.js';
import { grammar } from '#machines/kit/law/machine.js';
import type { ActSituation, Procedure } from '#machines/kit/law/procedure.js';
import { rule, yes } from '#machines/kit/law/rule.js';
import { proofs, type Case } from '#machines/kit/testing/example.js';
import type { Lifts } from '../acts/exceptions.js';
import type { DeskClauses } from '../basis.js';
import type { DeskRules } from '../rules/all.js';

/** The part of a desk that the examples of its acts need. */
export type ActDesk = DeskRules & { clauses: DeskClauses; lifts: Lifts };

export type ActGround = ReturnType<typeof actGround>;

/** Returns a case that waits on the data bureau, for the education office, and what may have been done about it. */
export function actGround(desk: ActDesk, procedure: Procedure) {
  const office = desk.lifts.label;
  const parties = { applicant: { label: '申报单位', kind: 'applicant' }, office: { label: office, kind: 'role', role: 'office' } } as const;

  const step = { state: 'here', party: 'office', from: 'role:office' } as const;
  const wait = { ...step, label: '审查中', stage: null, clause: '', kind: 'role', partyLabel: office, principal: 'role:office' } as const;
  const bureau = { userId: 'office', unitId: 'office', name: office, principals: ['unit:office', 'role:office', 'user:office'] };
  const standIn = {
    userId: 'health',
    unitId: 'health',
    name: '县卫健委',
    principals: bureau.principals,
    actingFor: { userId: 'office', unitId: 'office', name: office },
  };
  const unit = { id: 'education', name: '县教体局' };
  const facts = { actor: bureau, unit };

  const delegated = (to: string, report?: Assignment['report']): Assignment => ({
    kind: 'delegate',
    ...step,
    to: `user:${to}`,
    by: 'office',
    on: '2025-03-03',
    reason: '请核对',
    ...(report ? { report } : {}),
  });
  const taken: Assignment = { kind: 'transfer', ...step, to: 'user:office-deputy', by: 'office', on: '2025-03-03', reason: '出差' };
  const ours = { actor: { unitId: 'health', principals: ['unit:health'] }, unit: { id: 'health', name: '县卫健委' } };
  const urging = { today: '2025-03-03', actor: { userId: 'supervisor', principals: ['role:supervisor'] }, unit };
  const urged = (on: string) => ({ by: 'supervisor', on, to: ['role:office'] });
  const granted = (rule: string) => ({ rule, reason: '仅一家', document: 'paper-0', number: '青数函1号', date: '2025-03-03', by: 'office', on: '2025-03-03' });
  const reported = { text: '已核对', on: '2025-03-04' };
  const asked = (id: string, principal: string, change: Partial<Signer> = {}): Signer => ({
    id,
    principal,
    ...step,
    by: 'office',
    on: '2025-03-03',
    question: '请提意见',
    ...change,
  });
  const answered = { opinion: { agrees: true, text: '同意', by: 'health', on: '2025-03-04', documents: [] } };
  const withdrawn = { withdrawn: { by: 'office', on: '2025-03-04', reason: '不再征求' } };

  /** Builds a rule of the given weight, so that the examples do not depend on the rules of the procedure. */
  const weighed = (id: string, weight: 'principle' | 'must') =>
    rule({
      id,
      clause: '',
      holds: weight === 'must' ? '未经评审不予审批' : '举例',
      says: '举例',
      remedy: '举例',
      curedBy: [],
      about: 'case',
      weight,
      judge: () => yes(),
    });

  /**
   * Builds a machine with a state that is judged (`here`) and one that is prepared (`ours`), so that the examples do
   * not depend on the procedure.
   */
  function machineFor({ notOwnCase, clauses }: ActDesk) {
    const clause = clauses.responsibility;
    const { machine, on, waiting } = grammar<object>()({
      id: 'illustration',
      states: { here: {}, ours: {} },
      parties,
      events: { judge: { label: '作出决定', payload: z.strictObject({}) } },
      decisions: [notOwnCase],
    });
    return machine({
      initial: 'here',
      states: {
        here: { ...waiting({ label: '审查中', party: 'office', clause }), on: on('judge', { by: 'office', clauses: [clause], decides: true }) },
        ours: waiting({ label: '准备材料', party: 'applicant', clause }),
      },
    });
  }

  /** The bureau has stepped aside in its own case, and finance decides instead. */
  const aside: Assignment = {
    kind: 'transfer',
    state: null,
    party: 'office',
    from: 'role:office',
    to: 'unit:finance',
    by: 'office',
    on: '2025-03-03',
    reason: '本局项目',
    basis: { document: 'paper-0', number: '青政办函3号', date: '2025-03-03' },
  };
  const bureauOwn = { actor: bureau, unit: { id: 'office', name: office } };
  /**
   * A member of the applicant acts in the bureau's place; after it, a member of the department above the applicant
   * does.
   */
  const ofApplicant = { actor: standIn, unit: { id: 'health', name: '县卫健委' } };
  const ofSuperior = { actor: standIn, unit: { id: 'county-hospital', name: '县人民医院', supervisingUnitId: 'health' } };
  const preparing = {
    state: 'ours',
    label: '准备材料',
    stage: null,
    clause: '',
    party: 'applicant',
    kind: 'unit',
    partyLabel: '项目单位',
    principal: 'unit:health',
  } as const;
  const { proves, provesAt } = proofs<ActSituation>();
  const illustrated: Procedure = {
    ...procedure,
    machine: machineFor(desk),
    parties,
    creation: {
      ...procedure.creation,
      rules: [...procedure.creation.rules, weighed('example.in-principle', 'principle'), weighed('example.in-any-case', 'must')],
    },
  };
  const at = (desk: Partial<Desk> = {}, waits: readonly Wait[] = [wait]) => ({
    context: () => ({ desk: { ...EMPTY_DESK, ...desk }, waits, procedure: illustrated, context: null }),
    facts,
  });
  const given = <Data>(example: Case<ActSituation, Data>, desk?: Partial<Desk>, waits?: readonly Wait[]): Case<ActSituation, Data> => ({
    ...at(desk, waits),
    ...example,
  });
  const paper = (id: string) => ({ ...facts, documents: [id] });

  return {
    answered,
    aside,
    asked,
    bureau,
    bureauOwn,
    delegated,
    facts,
    given,
    granted,
    ofApplicant,
    ofSuperior,
    office,
    ours,
    paper,
    preparing,
    proves,
    provesAt,
    reported,
    standIn,
    taken,
    urged,
    urging,
    wait,
    withdrawn,
  };
}
