import { isDeepStrictEqual } from 'node:util';
import type { Chance } from '#machines/kit/testing/chance.js';
import { difference } from '#machines/kit/testing/kept.js';
import { asCase, Broken, type Answer, type CaseBody, type Door } from './door.js';
import { count, type Met, type Pool } from './pool.js';

/** A request that was kept under a key and may be sent again. */
export interface Said {
  as: string;
  path: string;
  key: string;
  body: unknown;
  status: number;
  text: string;
  /** The day of the request. Answers are kept for a week. */
  on: string;
}

export interface Telling {
  as: string;
  of: Met;
  type: string;
  data: unknown;
}

const KEPT = 60;
type Refusals = { rule: string }[];

/**
 * Removes what the answer to an event marks as unknown: it does not look at other cases again, and the fetched case
 * does. Its advice is about the event, and nothing that the case keeps.
 */
function alikeKnown(answered: CaseBody, fetched: CaseBody): [CaseBody, CaseBody] {
  const unknown = ({ actions }: CaseBody) => new Map(actions.map((a) => [a.type, JSON.stringify(a.unknown)]));
  const [then, now] = [unknown(answered), unknown(fetched)];
  const settled = (body: CaseBody): CaseBody => ({
    ...body,
    advice: [],
    ...waitsBut(body),
    actions: body.actions.filter((a) => then.get(a.type) === now.get(a.type)),
  });
  return [settled(answered), settled(fetched)];
}

/** Returns the waits without the other cases in which something must happen first. */
function waitsBut({ waitingOn, alsoWaitingOn }: CaseBody): Pick<CaseBody, 'waitingOn' | 'alsoWaitingOn'> {
  const unnamed = (wait: unknown): unknown => wait && { ...wait, through: null };
  return { waitingOn: unnamed(waitingOn), alsoWaitingOn: (alsoWaitingOn as unknown[]).map(unnamed) } as never;
}

/** Removes a reminder that was due and has rung between the two. */
function butForRings(before: CaseBody, after: CaseBody, today: string): [unknown, unknown] {
  if (!Array.isArray(before?.deadlines) || !Array.isArray(after?.deadlines)) return [before, after];
  type Shown = { id: string; nextReminderAt: string | null };
  const due = new Set(
    (before.deadlines as Shown[])
      .filter((d) => d.nextReminderAt !== null && d.nextReminderAt.slice(0, 10) <= today)
      .map((d) => d.id),
  );
  const settled = (body: CaseBody): unknown => ({
    ...body,
    deadlines: (body.deadlines as Shown[]).map((d) => (due.has(d.id) ? { ...d, nextReminderAt: null } : d)),
  });
  return [settled(before), settled(after)];
}

/** Sends events, and knows what must be true before and after each of them. */
export class Teller {
  readonly said: Said[] = [];
  /** The number of system events that came between two requests for a case. */
  disturbed = 0;
  accepted = 0;
  private keys = 0;

  constructor(
    private readonly door: Door,
    private readonly pool: Pool,
    private readonly chance: Chance,
  ) {}

  async look(as: string, id: string): Promise<Answer> {
    const answer = await this.door.ask({ as, method: 'GET', path: `/api/v1/cases/${id}` });
    if (answer.status === 200) this.pool.note(asCase(answer.body), this.pool.cases.get(id)?.witness ?? as);
    return answer;
  }

  async history(of: Met): Promise<Answer> {
    const answer = await this.door.ask({ as: of.witness, method: 'GET', path: `/api/v1/cases/${of.id}/history` });
    for (const { actor } of answer.body as { actor: { id: string } }[])
      if (actor.id !== 'system') this.pool.people.add(actor.id);
    return answer;
  }

  /** Does a dry run of an event. Nothing may be different afterwards. */
  async tried({ as, of, type, data }: Telling): Promise<Answer> {
    const before = this.chance.hit(0.25) ? await this.look(as, of.id) : null;
    const answer = await this.door.ask({
      as,
      method: 'POST',
      path: `/api/v1/cases/${of.id}/events?dryRun=true`,
      body: { type, data },
    });
    if (before) await this.untouched(as, of, before, `a dry run of ${type}`);
    return answer;
  }

  /** Does a dry run, unless one was done just now, and then the event. Both must have the same result. */
  async told(telling: Telling, triedBefore?: Answer): Promise<Answer> {
    const { as, of, type, data } = telling;
    const before = await this.look(as, of.id);
    const trial = triedBefore ?? (await this.tried(telling));
    const keyed = this.chance.hit(0.4) ? { 'idempotency-key': this.freshKey() } : undefined;
    const expectedSeq = before.status === 200 && this.chance.hit(0.3) ? { expectedSeq: before.body.seq as number } : {};
    const path = `/api/v1/cases/${of.id}/events`;
    const body = { type, data, ...expectedSeq };
    const answer = await this.door.ask({ as, method: 'POST', path, body, ...(keyed ? { headers: keyed } : {}) });
    if (keyed && answer.status !== 404 && answer.status !== 400)
      this.keep({ as, path, key: keyed['idempotency-key'], body, status: answer.status, text: answer.text });
    if (trial.status !== answer.status || !this.alike(trial, answer)) {
      if (!(await this.movedBySystem(of, before.body?.seq ?? of.seen.seq, answer.status === 200 ? 1 : 0)))
        throw new Broken(
          `${type}: the dry run (${trial.status}) and the answer (${answer.status}) differ: ${difference(trial.body, answer.body, 'answer') ?? ''}\ntried ${trial.text}\ntold ${answer.text}`,
        );
    }
    if (answer.status === 200) await this.accept(telling, before, answer);
    else await this.untouched(as, of, before, `${type}, refused with ${answer.status}`);
    if (before.status === 200) this.asAnnounced(telling, before.body as CaseBody, answer);
    return answer;
  }

  /** Checks that a case is unchanged after a request. */
  async untouched(as: string, of: Met, before: Answer, after: string): Promise<void> {
    const now = await this.look(as, of.id);
    if (now.status === before.status && this.alike(before, now)) return;
    if (await this.movedBySystem(of, before.body?.seq ?? 0, 0)) return;
    throw new Broken(
      `${after} changed the case: ${difference(before.body, now.body, 'case')}\nbefore ${before.text}\nafter  ${now.text}`,
    );
  }

  /** @throws Broken unless the system itself moved the case as well. */
  async explained(of: Met, since: number, ours: number, what: string): Promise<void> {
    if (!(await this.movedBySystem(of, since, ours)))
      throw new Broken(`${of.seen.number} did not move from seq ${since} by ${ours} after ${what}`);
  }

  /** Returns a key that was never used before. */
  freshKey(): string {
    this.keys += 1;
    return `walk-${this.chance.seed}-${this.keys}`;
  }

  keep(what: Omit<Said, 'on'>): void {
    const said = { ...what, on: this.pool.today };
    if (this.said.length < KEPT) this.said.push(said);
    else this.said[this.chance.int(0, KEPT - 1)] = said;
  }

  private async accept({ as, of, type }: Telling, before: Answer, answer: Answer): Promise<void> {
    const body = asCase(answer.body);
    const seq = before.status === 200 ? (before.body.seq as number) : of.seen.seq;
    if (before.status !== 200) throw new Broken(`${as} may not see ${of.seen.number}, and ${type} was accepted`);
    if (body.seq !== seq + 1 && !(await this.movedBySystem(of, seq, 1)))
      throw new Broken(`${type} took ${of.seen.number} from seq ${seq} to ${body.seq}`);
    this.accepted += 1;
    count(this.pool.taken, of.procedure.page.id, type);
    this.pool.note(body, of.witness);
    if (this.chance.hit(0.05)) await this.history(of);
    if (!this.chance.hit(0.3)) return;
    const now = await this.look(as, of.id);
    const elsewhere =
      now.status === 200
        ? difference(...butForRings(...alikeKnown(asCase(answer.body), asCase(now.body)), this.pool.today), 'case')
        : null;
    if (now.status === 200 && elsewhere !== null && !(await this.movedBySystem(of, body.seq, 0))) {
      throw new Broken(
        `${type} answered another case than there is now: ${elsewhere}\nanswered ${answer.text.slice(0, 2000)}\nthere is ${now.text.slice(0, 2000)}`,
      );
    }
  }

  private alike(before: Answer, after: Answer): boolean {
    return (
      before.text === after.text ||
      difference(...butForRings(before.body as CaseBody, after.body as CaseBody, this.pool.today)) === null
    );
  }

  /** Checks that the result agrees with the list of actions from before. */
  private asAnnounced({ as, type }: Telling, before: CaseBody, answer: Answer): void {
    if (answer.status === 409 && answer.body.code === 'stale') return;
    const listed = before.actions.find((a) => a.type === type);
    const { status } = answer;
    if (!listed) {
      if (status === 200) throw new Broken(`${type} was not offered to ${as} and accepted`);
      return;
    }
    if (status === 403 || status === 404 || status === 409)
      throw new Broken(`${type} was offered to ${as} and answered ${status}`);
    if (listed.allowed) return;
    if (status === 200) throw new Broken(`${type} was announced as refused and accepted`);
    if (status !== 422) return;
    const said = answer.body.refusals as Refusals;
    for (const refusal of listed.refusals) {
      if (!said.some((r) => isDeepStrictEqual(r, refusal)))
        throw new Broken(`${type}: announced ${refusal.rule}, and refused by ${said.map((r) => r.rule).join()}`);
    }
  }

  /** Tells whether linked cases or deadlines have moved a case between two requests. Then its history says so. */
  private async movedBySystem(of: Met, since: number, ours: number): Promise<boolean> {
    const { body } = await this.history(of);
    const later = (body as { seq: number; actor: { id: string } }[]).filter((row) => row.seq > since);
    const system = later.filter((row) => row.actor.id === 'system');
    if (system.length === 0 || later.length - system.length > ours) return false;
    this.disturbed += 1;
    return true;
  }
}
