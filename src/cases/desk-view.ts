import type { Desk } from '#machines/kit/case/desk.js';
import { nameOfPrincipal, type Directory } from '#machines/kit/words/directory.js';

/** How much of what is over an answer shows of each kind. What was before stays in history. */
const MOST_OVER = 20;

/** Returns what is still going on, and the last of what is over, in their order. */
function shown<Entry>(entries: readonly Entry[], isOver: (entry: Entry) => boolean): Entry[] {
  const over = entries.filter(isOver);
  const hidden = new Set(over.slice(0, Math.max(0, over.length - MOST_OVER)));
  return entries.filter((entry) => !hidden.has(entry));
}

/**
 * Returns the desk with everybody's name beside their id, so that a page need not ask for each. It does not grow with
 * what was answered.
 */
export function deskView({ assignments, signers, exceptions, copies, urges, last }: Desk, directory: Directory) {
  const named = (principal: string): string => nameOfPrincipal(principal, directory);
  const by = (entry: { by: string }): { byName: string } => ({ byName: named(`user:${entry.by}`) });
  return {
    assignments: shown(assignments, (a) => a.report !== undefined).map((a) => ({
      ...a,
      toName: named(a.to),
      fromName: named(a.from),
      ...by(a),
    })),
    signers: shown(signers, (s) => s.opinion !== undefined || s.withdrawn !== undefined).map((s) => ({
      ...s,
      name: named(s.principal),
      ...by(s),
      ...(s.opinion ? { opinion: { ...s.opinion, ...by(s.opinion) } } : {}),
      ...(s.withdrawn ? { withdrawn: { ...s.withdrawn, ...by(s.withdrawn) } } : {}),
    })),
    exceptions: exceptions.map((e) => ({ ...e, ...by(e) })),
    copies: shown(copies, () => true).map((c) => ({ ...c, toName: named(c.to), ...by(c) })),
    urges: shown(urges, () => true).map((u) => ({ ...u, toNames: u.to.map(named), ...by(u) })),
    last,
  };
}
