import { Logger } from '@nestjs/common';
import type { Signal } from '#machines/kit/case/case.js';
import { dispatchAt } from '#machines/kit/decide/dispatch.js';
import { dayOf, type IsoDate, type IsoInstant } from '#machines/kit/words/dates.js';
import type { Channels } from '../channels/channels.js';
import type { Clock } from '../clock/clock.js';
import type { Engine } from '../engine/engine.js';
import type { AfterCommit, Caller, Change, World } from '../engine/ports.js';
import type { Leaving } from '../health/leaving.js';
import { standsStill, told } from '../health/trouble.js';
import type { DirectoryService } from '../identity/directory.service.js';
import type { Delivery, OutboxMessage, OutboxStore, OutboxTransaction } from '../persistence/stores/outbox.store.js';
import { signalKey } from './guards.js';
import type { Held } from '../persistence/stores/guards-sql.js';

const BATCH = 200;

/** Carries what left a case to its destination: messages into inboxes, signals into other cases, each exactly once. */
export class Relay implements AfterCommit {
  private readonly logger = new Logger(Relay.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly directory: DirectoryService,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly world: World,
    private readonly leaving: Leaving,
  ) {}

  /**
   * Brings what a case has just told others, so that the caller finds them told. What can't be brought now stays where
   * it is. A signal that tells others on its way comes under locks of the outbox and waits for nobody else's.
   */
  async committed({ record, signals }: Change, caller: Caller): Promise<void> {
    if (signals.length > 0) await this.deliver(record.id, caller === 'relay' ? 'left' : 'awaited');
  }

  private async deliver(caseId: string, held: Held): Promise<void> {
    try {
      const now = await this.clock.now();
      while (
        await this.outbox.next(now, BATCH, (messages, tx) => this.carry(messages, tx, now), { signalsOf: caseId, held })
      );
    } catch (error) {
      this.logger.warn(`案件 ${caseId} 的通知暂未送达：${told(error)}`);
    }
  }

  /**
   * Carries everything that is waiting now. If the process has been asked to stop, it carries only the batch in hand.
   */
  async run(held: Held = 'left'): Promise<void> {
    const now = await this.clock.now();
    while (await this.outbox.next(now, BATCH, (messages, tx) => this.carry(messages, tx, now), { held }))
      if (this.leaving.isAsked) return;
  }

  /** Carries a batch. Returns what went wrong, by message. */
  private async carry(messages: OutboxMessage[], tx: OutboxTransaction, now: IsoInstant): Promise<Map<string, string>> {
    const faults = new Map<string, string>();
    const deliveries: Delivery[] = [];
    const people = new Map<string, Promise<readonly string[]>>();
    for (const message of messages) {
      try {
        if (message.kind === 'signal') await this.signal(message as OutboxMessage & { payload: Signal }, tx);
        else deliveries.push(...(await this.addressed(message as Delivery['message'], people, dayOf(now))));
      } catch (error) {
        // It would count as a try that failed. The whole batch waits instead.
        if (standsStill(error)) throw error;
        this.logger.warn(`消息 ${message.id} 未送出：${(error as Error).message}`);
        faults.set(message.id, (error as Error).message);
      }
    }
    const { parameters } = await this.world.current();
    await this.outbox.deliver(
      tx,
      deliveries,
      this.channels.on,
      (urgent, at) => dispatchAt({ urgent }, at, parameters.house),
      now,
    );
    return faults;
  }

  /**
   * Finds the receivers. The person whose turn it is must know even when somebody is away. `people` is asked once for
   * each principal of a batch.
   */
  private async addressed(
    message: Delivery['message'],
    people: Map<string, Promise<readonly string[]>>,
    today: IsoDate,
  ): Promise<Delivery[]> {
    const { to, kind } = message.payload;
    if (!people.has(to))
      people.set(
        to,
        this.directory.usersOf(to).then((found) => found.map(({ id }) => id)),
      );
    const found = await people.get(to)!;
    if (found.length === 0) throw new Error(`没有可以接收的账号：${to}`);
    const substitutes = kind === '待办' ? await this.directory.substitutesOf(found, today) : [];
    return [...new Set([...found, ...substitutes])].map((userId) => ({ userId, message }));
  }

  /**
   * Brings a signal. The other case remembers the key, so a signal that is carried twice is applied once. If it goes to
   * several cases, each has its own key.
   */
  private async signal(
    { id, caseId, payload }: OutboxMessage & { payload: Signal },
    tx: OutboxTransaction,
  ): Promise<void> {
    const targets = payload.to ? [payload.to] : await this.outbox.linked(tx, caseId, payload.relation);
    for (const target of targets) {
      await this.engine.signal(target, payload.event, payload.data, signalKey(id, payload.to, target), payload.sender);
    }
  }
}
