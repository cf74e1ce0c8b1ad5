import type { Chance } from '#machines/kit/testing/chance.js';
import { harvest, Sampler, type Hints, type Schema } from '#machines/kit/testing/sample.js';
import { addDays } from '#machines/kit/words/dates.js';
import { pdf } from '../support/sample-files.js';
import { asCase, Broken, type Answer, type CaseBody, type Door } from './door.js';
import type { Met, Pool } from './pool.js';
import type { Teller } from './teller.js';
import { waitsOn, type Account, type Vocabulary } from './vocabulary.js';

type Action = CaseBody['actions'][number];

/** More cases would only make every passing day take longer. */
const LIVE_AT_ONCE = 12;
const MORE_FOR_EACH_PROCEDURE = 2;
const TRIES = 7;
/** The share of declarations with the usual choice, so that cases begin in all sorts. */
const VARIETY = 0.25;
/** The last day to which the clock may go. The calendar of a fresh database ends some years later. */
const LAST_DAY = '2041-12-31';

export interface Walkers {
  door: Door;
  pool: Pool;
  teller: Teller;
  chance: Chance;
  accounts: readonly Account[];
  procedures: ReadonlyMap<string, Vocabulary>;
}

/**
 * Moves cases on as people would: the right person, a valid form, the required documents, the day that is waited for.
 */
export class Walker {
  private readonly samplers = new Map<string, Sampler>();

  constructor(
    private readonly w: Walkers,
    private readonly hints: Readonly<Record<string, Hints>>,
  ) {}

  async step(): Promise<void> {
    const { pool, chance } = this.w;
    const live = pool.live().length;
    const most = LIVE_AT_ONCE + MORE_FOR_EACH_PROCEDURE * this.w.procedures.size;
    if (live < 3 || (live < most && chance.hit(0.12))) return this.begin();
    if (live >= most && chance.hit(0.05)) return this.breakOff();
    if (chance.hit(0.04)) return this.passTime();
    await this.advance(pool.pick());
  }

  /** Begins a case of each procedure in turn. A person who may not begin it is refused. */
  async begin(): Promise<void> {
    const { pool, chance, accounts, procedures } = this.w;
    const procedure = chance.weighted(
      [...procedures.values()],
      (p) => (5 + p.goals.length) / (1 + pool.live().filter((c) => c.procedure === p).length) ** 1.5,
    );
    const { username } = chance.weighted(accounts, (a) => (a.unit && a.roles.includes('project-unit') ? 4 : 1));
    const schema = procedure.page.creation.payloadSchema;
    const { form } = await this.cured(procedure, schema, undefined, (data) =>
      this.created(procedure, username, data, false),
    );
    if (form !== undefined) await this.created(procedure, username, form, true);
  }

  private async created(procedure: Vocabulary, as: string, data: unknown, keyed: boolean): Promise<Answer> {
    const { door, pool, teller, chance } = this.w;
    const key = keyed && chance.hit(0.5) ? teller.freshKey() : undefined;
    const body = { procedure: procedure.page.id, data };
    const trial = chance.hit(0.2)
      ? await door.ask({ as, method: 'POST', path: '/api/v1/cases?dryRun=true', body })
      : null;
    const answer = await door.ask({
      as,
      method: 'POST',
      path: '/api/v1/cases',
      body,
      ...(key ? { headers: { 'idempotency-key': key } } : {}),
    });
    if (key && answer.status !== 400 && answer.status !== 403)
      teller.keep({ as, path: '/api/v1/cases', key, body, status: answer.status, text: answer.text });
    const alike =
      answer.status === 201
        ? trial?.status === 200 && trial.body.number === answer.body.number
        : trial?.text === answer.text;
    if (trial && !alike)
      throw new Broken(
        `the creation tried said ${trial.status} ${trial.text.slice(0, 500)}, done ${answer.status} ${answer.text.slice(0, 500)}`,
      );
    if (answer.status === 201) {
      const met = pool.note(asCase(answer.body), as);
      if (met.seen.seq !== 1) throw new Broken(`a new case begins with seq ${met.seen.seq}`);
    }
    return answer;
  }

  async advance(met: Met): Promise<void> {
    const { teller, chance } = this.w;
    if (chance.hit(0.06)) return this.arrange(met);
    const plan = this.plan(met);
    if (!plan) return this.passTime();
    const { account, type } = plan;
    const before = await teller.look(account.username, met.id);
    const action = before.status === 200 ? (before.body as CaseBody).actions.find((a) => a.type === type) : undefined;
    if (!action) {
      this.giveUp(met, type);
      if (chance.hit(0.2))
        await teller.told({
          as: account.username,
          of: met,
          type,
          data: this.sampler(met.procedure).value(met.procedure.form(type), this.w.pool.lore(met.seen)),
        });
      return;
    }
    if (!action.allowed && !(await this.removed(met, account, action))) {
      this.giveUp(met, type);
      if (chance.hit(0.8)) return;
    }
    const { form, refused, trial } = await this.cured(met.procedure, met.procedure.form(type), met.seen, (data) =>
      teller.tried({ as: account.username, of: met, type, data }),
    );
    if (refused) this.giveUp(met, type);
    await teller.told({ as: account.username, of: met, type, data: form }, trial);
  }

  /** Does an act: what an office does about a step without taking it. */
  private async arrange(met: Met): Promise<void> {
    const { teller, chance, accounts } = this.w;
    const asked = accounts.filter((a) => waitsOn(met.seen, a));
    const { username } = chance.pick(asked.length > 0 && chance.hit(0.8) ? asked : accounts);
    const { status, body } = await teller.look(username, met.id);
    const acts = status === 200 ? (body as CaseBody).actions.filter((a) => a.kind === 'act' && a.allowed) : [];
    if (acts.length === 0) return;
    const { type } = chance.pick(acts);
    const tell = (data: unknown): Promise<Answer> => teller.tried({ as: username, of: met, type, data });
    const { form, trial } = await this.cured(met.procedure, met.procedure.form(type), met.seen, tell);
    await teller.told({ as: username, of: met, type, data: form }, trial);
  }

  /** Makes room: of the cases in the same state, one is ended as soon as somebody may end it. */
  private async breakOff(): Promise<void> {
    const { pool, chance, accounts, teller } = this.w;
    const standing = (met: Met): number =>
      pool.live().filter((other) => other.seen.states[0] === met.seen.states[0]).length;
    const met = chance.weighted(pool.live(), (one) => standing(one) ** 3);
    const ends = met.procedure.routes.endings(met.seen.states);
    const able = met.procedure
      .steps(met.seen.states)
      .filter((s) => ends.has(s.event))
      .flatMap(({ event, by }) =>
        by
          .flatMap((party) => met.procedure.holders(party, met.seen, accounts))
          .map((a) => ({ type: event, as: a.username })),
      );
    if (able.length === 0) return;
    const { type, as } = chance.pick(able);
    await teller.told({
      as,
      of: met,
      type,
      data: this.sampler(met.procedure).value(met.procedure.form(type), pool.lore(met.seen)),
    });
  }

  /** Chooses a step and a person: half of the time at random, the other half towards states without a visit. */
  private plan(met: Met): { account: Account; type: string } | null {
    const { pool, chance, accounts } = this.w;
    const { states, seq } = met.seen;
    const { routes, page } = met.procedure;
    const given = met.hopeless.seq === seq ? met.hopeless.types : new Set<string>();
    const steps = met.procedure.steps(states).filter((s) => !given.has(s.event));
    const able = steps.flatMap(({ event, by }) =>
      by
        .flatMap((party) => met.procedure.holders(party, met.seen, accounts))
        .map((account) => ({ type: event, account })),
    );
    if (able.length === 0) return null;
    const first = new Set(routes.firstSteps(states, pool.unvisited(met.procedure)));
    const onTheWay = able.filter((s) => first.has(s.type));
    const ends = routes.endings(states);
    const onward = routes.leading(states);
    const taken = pool.taken.get(page.id);
    const type =
      onTheWay.length > 0 && chance.hit(0.75)
        ? chance.pick(onTheWay).type
        : chance.weighted(
            [...new Set(able.map((s) => s.type))],
            (t) => (ends.has(t) ? 0.01 : onward.has(t) ? 1 : 0.5) / (1 + (taken?.get(t) ?? 0)) ** 1.2,
          );
    const whoever = able.filter((s) => s.type === type);
    const asked = whoever.filter((s) => waitsOn(met.seen, s.account));
    return chance.pick(asked.length > 0 && chance.hit(0.9) ? asked : whoever);
  }

  private giveUp(met: Met, type: string): void {
    const { hopeless, seen } = met;
    if (hopeless.seq !== seen.seq) Object.assign(hopeless, { seq: seen.seq, types: new Set() });
    hopeless.types.add(type);
  }

  /**
   * Hands in the documents that a refusal asks for, or waits for the day it names. Returns true if something was done
   * about every reason.
   */
  private async removed(met: Met, account: Account, { refusals }: Action): Promise<boolean> {
    let all = true;
    for (const { rule, remedy, earliest } of refusals) {
      const papers = met.procedure.page.documents.filter(
        ({ kind, label }) => rule.includes(kind) || remedy.includes(label),
      );
      for (const { kind } of papers)
        all = (await this.handIn(met, kind, this.w.chance.hit(0.5) ? account.username : met.witness)) && all;
      if (papers.length > 0) continue;
      if (earliest && this.w.chance.hit(0.4)) await this.passTo(earliest);
      else all = false;
    }
    return all;
  }

  private async handIn(met: Met, kind: string, as: string): Promise<boolean> {
    const raw = new FormData();
    raw.set('kind', kind);
    raw.set('file', new Blob([new Uint8Array(pdf(kind))]), `${kind}.pdf`);
    const answer = await this.w.door.ask({ as, method: 'POST', path: `/api/v1/cases/${met.id}/documents`, raw });
    return answer.status === 201;
  }

  /**
   * Fills in a form. While it is refused it fills in one field anew, and keeps the form that is refused for fewer
   * reasons.
   */
  private async cured(
    procedure: Vocabulary,
    schema: Schema,
    of: CaseBody | undefined,
    tell: (form: unknown) => Promise<Answer>,
  ): Promise<{ form: unknown; refused: boolean; trial?: Answer }> {
    const { chance, pool } = this.w;
    const sampler = of ? this.sampler(procedure) : new Sampler(chance, this.hints[procedure.page.id], VARIETY);
    const lore = pool.lore(of);
    let best = sampler.value(schema, lore);
    let reasons = Infinity;
    for (let i = 0; i < TRIES && reasons > 0; i++) {
      const form =
        i === 0 ? best : chance.hit(0.15) ? sampler.value(schema, lore) : sampler.redrawn(schema, best, lore);
      const trial = await tell(form);
      const { status, body } = trial;
      if (status === 400)
        throw new Broken(
          `a form its own schema takes is invalid: ${JSON.stringify(form)} ${JSON.stringify(body.errors)}`,
        );
      if (status === 201) return { form: undefined, refused: false };
      if (status !== 422) return { form, refused: false, trial };
      harvest(
        (body.refusals as { facts: unknown }[]).map((r) => r.facts),
        lore,
      );
      const now = (body.refusals as unknown[]).length;
      if (now <= reasons) [best, reasons] = [form, now];
    }
    return { form: best, refused: reasons > 0 };
  }

  /** Lets mostly days pass; if cases wait on nothing else, the time up to the next day of a timer. */
  async passTime(): Promise<void> {
    const { pool, chance } = this.w;
    const awaited = pool
      .live()
      .filter(({ seen }) => seen.waitingOn?.kind === 'time')
      .flatMap(({ seen }) =>
        seen.deadlines.filter((d) => d.kind === 'timer' && d.status === 'open').map((d) => d.dueOn!),
      );
    if (awaited.length > 0 && chance.hit(0.4)) return this.passTo(addDays(chance.pick(awaited), 1));
    const timers = pool
      .live()
      .flatMap(({ seen }) =>
        seen.deadlines.filter((d) => d.kind === 'timer' && d.status === 'open').map((d) => d.dueOn!),
      )
      .sort();
    if (timers.length > 0 && chance.hit(0.3)) return this.passTo(addDays(timers[0]!, 1));
    return this.passTo(addDays(pool.today, chance.hit(0.9) ? chance.int(1, 12) : chance.int(13, 60)));
  }

  async passTo(day: string): Promise<void> {
    const { door, pool } = this.w;
    if (day <= pool.today || day > LAST_DAY) return;
    const moved = await door.ask({
      as: 'admin',
      method: 'POST',
      path: '/api/v1/clock',
      body: { to: `${day}T08:00:00+08:00` },
    });
    if (moved.status !== 200) throw new Broken(`the clock did not go to ${day}: ${moved.text}`);
    pool.today = day;
    for (const met of pool.live()) await this.w.teller.look(met.witness, met.id);
  }

  private sampler(procedure: Vocabulary): Sampler {
    const known = this.samplers.get(procedure.page.id) ?? new Sampler(this.w.chance, this.hints[procedure.page.id]);
    this.samplers.set(procedure.page.id, known);
    return known;
  }
}
