import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#machines/kit/case/facts.js';
import { owedBy } from '#machines/kit/decide/ring.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { Onlookers } from '../cases/onlooker.js';
import { caseLink } from '../channels/links.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { maySee, openCase } from '../engine/case-of.js';
import { CASE_STORE, WORLD, type CaseStore, type Loaded, type World, type WorldNow } from '../engine/ports.js';
import { notFound } from '../http/problem.js';
import { DirectoryService } from '../identity/directory.service.js';
import { CalendarFeedStore } from '../persistence/stores/calendar-feed.store.js';
import { icsOf, type Owed } from './ics.js';

const TOKEN_BYTES = 32;
/** The cases with the nearest days are enough: nobody plans further ahead. */
const MOST_CASES = 500;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A calendar to subscribe to. Anybody with the address can read the days of one person, so the address is a secret. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly store: CalendarFeedStore,
    private readonly directory: DirectoryService,
    private readonly onlookers: Onlookers,
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    @Inject(WORLD) private readonly world: World,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Returns a new secret, only this once. The secret before is no longer valid. */
  async open(actor: Actor): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.store.replace(actor.userId, hashOf(token), await this.clock.now());
    return token;
  }

  async close(actor: Actor): Promise<void> {
    if (!(await this.store.remove(actor.userId))) throw notFound('没有订阅地址，不用停用。');
  }

  /** @throws Problem 404 for a secret that is none, or no longer, and for somebody who has left. */
  async read(token: string): Promise<string> {
    const owner = await this.store.ownerOf(hashOf(token));
    const actor = owner === null ? null : await this.directory.actor(owner);
    if (!actor) throw notFound('没有这个日历，或者它已经停用。');
    const [world, now] = await Promise.all([this.world.current(), this.clock.now()]);
    const days = await this.owed(actor, world);
    return icsOf(`闭环期限：${actor.name}`, days, world.parameters.house.number('reminder.hour', dayOf(now)), now);
  }

  private async owed(actor: Actor, world: WorldNow): Promise<Owed[]> {
    const ids = await this.store.casesWithDays(await this.onlookers.of(actor), actor.principals, MOST_CASES);
    const found = (await this.cases.loadAll(ids)).flatMap((loaded) => this.owedIn(loaded, actor, world));
    return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  }

  /**
   * Returns the days in one case that are this person's own. There are none in a case that only somebody they stand in
   * for may see.
   */
  private owedIn(loaded: Loaded, actor: Actor, world: WorldNow): Owed[] {
    const { procedure, state, facts } = openCase(loaded, actor, world);
    if (!maySee(procedure, state.audience, facts.unit, actor)) return [];
    return state.deadlines
      .filter(
        (d) =>
          d.status === 'open' &&
          d.dueOn !== null &&
          owedBy(procedure, state, d, facts).some((p) => actor.principals.includes(p)),
      )
      .map((d) => {
        const { label, clause } = procedure.deadlines[d.name]!;
        return {
          id: d.id,
          dueOn: d.dueOn!,
          provisional: d.provisional,
          label,
          cite: facts.regulation.cite(clause),
          rule: d.rule,
          case: { number: loaded.record.number, title: state.title },
          link: caseLink(this.config.publicUrl, loaded.record.id),
        };
      });
  }
}
