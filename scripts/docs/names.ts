import type { Procedure } from '#machines/kit/law/procedure.js';
import { describe, entranceOf, type StateDescription } from '#machines/kit/read/describe.js';
import { stagePaths } from '#machines/kit/read/diagram.js';
import { isWithin } from '#machines/kit/read/pictures.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import type { Party } from '#machines/kit/words/party.js';
import { code, unique } from './markdown.js';
import type { Material } from './material.js';

/** What the pages of one procedure call its states, steps, parties and clauses. */
export class Names {
  private readonly description: ReturnType<typeof describe>;
  private readonly stagePaths: ReadonlyMap<string, string>;

  constructor(
    private readonly procedure: Procedure,
    private readonly law: Material,
  ) {
    this.description = describe(procedure);
    this.stagePaths = stagePaths(procedure);
  }

  /** Names where a step leads: entering a state means entering its first inner state. */
  nameOf(path: string): string {
    const entered = this.stateAt(entranceOf(this.procedure)(path));
    return (
      this.stateAt(path)?.label ??
      entered?.label ??
      (entered?.kind === 'passing' && this.isFork(entered.path) ? '按条件分流' : '此线结束')
    );
  }

  /** Names where a step starts: a step of a group is open in every state inside it. */
  placeOf(path: string): string {
    const state = this.stateAt(path);
    if (state?.kind !== 'group') return state?.label ?? '';
    if ([...this.stagePaths.values()].some((stage) => stage !== path && isWithin(stage, path))) return '任何环节';
    return state.label ? `${state.label}各环节` : `${this.nameOf(path)}等`;
  }

  stateAt(path: string): StateDescription | undefined {
    return this.description.states.find((s) => s.path === path);
  }

  isFork(path: string): boolean {
    return this.description.transitions.some((t) => t.from === path && t.event === '');
  }

  labelOf(event: string): string {
    return this.procedure.events[event]?.label ?? this.procedure.systemEvents[event]?.label ?? event;
  }

  who(party: string): string {
    if (party === 'system') return '系统';
    if (party === 'whose') return '责任方';
    if (party === 'several') return '尚未办理的各方';
    return this.procedure.parties[party]?.label ?? party;
  }

  /** Names whom a state waits on, and which other case they begin if nothing is done in this one. */
  awaited({ party, begins }: StateDescription): string {
    const other = begins === null ? undefined : this.law.procedures.find((p) => p.id === begins);
    return this.who(party ?? '') + (other ? `（另行${other.creation.label}）` : '');
  }

  cite(clause: ClauseId): string {
    return this.law.world.regulation.cite(clause);
  }

  cites(clauses: readonly ClauseId[]): string {
    return unique(clauses.map((id) => this.cite(id))).join('、');
  }

  identityOf(party: Party): string {
    switch (party.kind) {
      case 'applicant':
        return '案件所属单位';
      case 'superior':
        return '其主管部门';
      case 'role':
        return `岗位 ${code(party.role)}`;
      case 'units':
        return '案件中列明的单位';
      case 'outside':
        return `不登录，由${this.who(party.recordedBy)}登记`;
      case 'time':
        return '等待日期';
    }
  }
}
