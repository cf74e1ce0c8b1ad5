import type { ClauseId } from '../kit/clause.js';
import type { LawfulTransitions } from '../kit/machine.js';
import type { PartyId } from '../kit/party.js';
import type { DeadlineName } from './deadlines.js';
import { changesHold } from './rules/creation.js';
import { correctionFits } from './rules/reserve.js';
import { presentAmount, withDossier, type ProjectContext } from './context.js';
import { on, rests, spans } from './setup.js';

/** What the applicant changes when a paper came back: the declaration in the pool, the dossier in approval. */
export function corrected(context: ProjectContext, data: { declaration?: object; dossier?: object }, today: string, seq: number): Partial<ProjectContext> {
  if (data.dossier) return withDossier(context, data.dossier);
  if (!data.declaration) return {};
  const declaration = { ...context.declaration, ...data.declaration };
  const changed = declaration.estimateFen !== presentAmount(context);
  return { declaration, amounts: changed ? [...context.amounts, { kind: 'estimate', amountFen: declaration.estimateFen, on: today, seq }] : context.amounts };
}

/**
 * A step at which an office examines what the applicant handed in. It can send the paper back for correction (补正), which stops
 * its own clock and starts the applicant's; the answer comes straight back to it.
 */
export function review<S extends object = Record<never, never>>(step: {
  label: string;
  party: PartyId;
  clause: ClauseId;
  deadline: DeadlineName;
  /** What the office may do while it examines. */
  on: LawfulTransitions;
  /** Further states beside `reviewing` and `correcting`. */
  states?: S;
  /** What holds in all of them. */
  around?: LawfulTransitions;
}) {
  const { label, party, clause, deadline } = step;
  return {
    initial: 'reviewing' as const,
    ...spans(deadline),
    on: step.around ?? {},
    states: {
      reviewing: {
        ...rests({ label: `${label}中`, party, clause }),
        on: { ...step.on, ...on('returnForCorrection', { to: 'correcting', by: party, clauses: [clause] }) },
      },
      correcting: {
        ...rests({ label: `${label}退回补正`, party: 'applicant', clause, opens: ['correctionReply'], pauses: [deadline] }),
        on: on('resubmit', {
          to: 'reviewing', by: 'applicant', clauses: [clause], rules: [correctionFits, ...changesHold],
          record: (context, data, { today, seq }) => corrected(context, data, today, seq),
        }),
      },
      ...(step.states ?? ({} as S)),
    },
  };
}
