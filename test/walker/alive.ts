import { isWithinReach, waysOn } from '#machines/kit/testing/within-reach.js';
import { asCase, Broken, type CaseBody } from './door.js';
import type { Met } from './pool.js';
import { waits, type Account } from './vocabulary.js';
import type { Walkers } from './walker.js';

interface Seen {
  account: Account;
  actions: CaseBody['actions'];
}

/**
 * Whoever a case waits for, by its own words, can move it: a step of that state is offered to them as allowed, or every
 * reason against it names a cure that somebody has. Everybody who sees the case is asked what they could do.
 * @throws Broken when a case waits for somebody who can do nothing about it
 */
export async function checkAlive({ teller, accounts }: Walkers, of: Met): Promise<void> {
  const seen: Seen[] = [];
  let there: CaseBody | null = null;
  for (const account of accounts) {
    const { status, body } = await teller.look(account.username, of.id);
    if (status !== 200) continue;
    const read = asCase(body);
    // Something happened meanwhile: what one was offered says nothing of what the next one reads.
    if (there && read.seq !== there.seq) return;
    there = read;
    seen.push({ account, actions: read.actions });
  }
  if (!there) return;
  const { number, procedure, deadlines, desk } = there;
  const around = {
    procedure,
    offered: (type: string) => seen.flatMap(({ actions }) => actions.filter((a) => a.type === type)),
    isTimed: deadlines.some((d) => d.nextReminderAt !== null),
  };
  // A step that was taken over belongs to one person, and whoever was asked or charged answers on the desk.
  const arranged = new Set([...desk.assignments, ...desk.signers].map((a) => a.state));
  for (const wait of waits(there)) {
    if (wait.kind === 'time' || wait.begins !== null || wait.through?.cases?.length || arranged.has(wait.state))
      continue;
    const here = waysOn(of.procedure.page.transitions, wait.state);
    const theirs = seen.filter(({ account }) => isAsked(wait, account)).flatMap(({ actions }) => actions);
    if (!theirs.some((a) => here.has(a.type) && isWithinReach(a, around)))
      throw new Broken(`${number} waits on ${wait.label} at ${wait.state}, who can do nothing about it`);
  }
}

/** A body outside is waited for where its recorder has the step, whoever that is. */
const isAsked = (wait: ReturnType<typeof waits>[number], { unit, roles }: Account): boolean =>
  wait.kind === 'outside' || (wait.unit ? wait.unit.id === unit?.id : wait.role !== null && roles.includes(wait.role));
