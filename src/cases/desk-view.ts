import type { Desk } from '#machines/kit/case/desk.js';
import { nameOfPrincipal, type Directory } from '#machines/kit/words/directory.js';

/** Returns the desk with everybody's name beside their id, so that a page need not ask for each. */
export function deskView({ assignments, signers, exceptions, copies, urges, last }: Desk, directory: Directory) {
  const named = (principal: string): string => nameOfPrincipal(principal, directory);
  const by = (entry: { by: string }): { byName: string } => ({ byName: named(`user:${entry.by}`) });
  return {
    assignments: assignments.map((a) => ({ ...a, toName: named(a.to), fromName: named(a.from), ...by(a) })),
    signers: signers.map((s) => ({
      ...s,
      name: named(s.principal),
      ...by(s),
      ...(s.opinion ? { opinion: { ...s.opinion, ...by(s.opinion) } } : {}),
      ...(s.withdrawn ? { withdrawn: { ...s.withdrawn, ...by(s.withdrawn) } } : {}),
    })),
    exceptions: exceptions.map((e) => ({ ...e, ...by(e) })),
    copies: copies.map((c) => ({ ...c, toName: named(c.to), ...by(c) })),
    urges: urges.map((u) => ({ ...u, toNames: u.to.map(named), ...by(u) })),
    last,
  };
}
