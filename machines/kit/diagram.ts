import { statesOf, transitionsOf, type StateDescription, type TransitionDescription } from './describe.js';
import type { Procedure } from './procedure.js';

const nodeId = (path: string): string => path.replaceAll('.', '_');
const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

/** Steps that may be taken anywhere are left out: the picture shows the road, not every gate beside it. */
const shown = (t: TransitionDescription): boolean => !t.barrier && t.to.length > 0 && t.event !== '';

/** A Mermaid state diagram of what lies below `within` (a state's path; the whole procedure when empty). */
export function mermaid(procedure: Procedure, within = ''): string {
  const states = statesOf(procedure);
  const inside = (path: string): boolean => within === '' || path === within || path.startsWith(`${within}.`);
  const lines = ['stateDiagram-v2', '  direction LR'];
  draw(states.filter((s) => inside(s.path)), within, '  ', lines);
  for (const t of transitionsOf(procedure).filter(shown)) {
    const [to] = t.to as [string];
    if (!inside(t.from) || !inside(to)) continue;
    if (t.from === within) continue;
    const label = procedure.events[t.event]?.label ?? procedure.systemEvents[t.event]?.label ?? t.event;
    lines.push(`  ${nodeId(t.from)} --> ${nodeId(to)}: ${label}${t.when ? `(${t.when})` : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function draw(states: readonly StateDescription[], parent: string, indent: string, lines: string[]): void {
  for (const state of states.filter((s) => parentOf(s.path) === parent)) {
    const id = nodeId(state.path);
    const label = state.label ?? state.path.split('.').at(-1)!;
    if (state.kind !== 'group') {
      lines.push(`${indent}state "${label}" as ${id}`);
      continue;
    }
    lines.push(`${indent}state "${label}" as ${id} {`);
    draw(states, state.path, `${indent}  `, lines);
    lines.push(`${indent}}`);
  }
}
