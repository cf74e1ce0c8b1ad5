import { Inject, Injectable, Logger } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { CONFIG, type AppConfig } from '../config.js';
import { Leaving } from '../health/leaving.js';
import { DeliveryStore, type Claimed, type ClaimedItem, type Outcome } from '../persistence/stores/delivery.store.js';
import { leftAlone, MOST_ATTEMPTS, nextAttempt } from './back-off.js';
import { CHANNEL_LABELS, CHANNELS, NotTaken, type Channel, type Item, type Outgoing } from './channel.js';
import { Channels } from './channels.js';
import { subjectOf } from './content/wording.js';
import { Lane, type Begun } from './lane.js';
import { caseLink, inboxLink } from './links.js';
import { countDelivery } from './metrics.js';
import { QuietHours } from './quiet-hours.js';
import { Silence } from './silence.js';

/** How long a stop waits for other people's servers. */
const FINISH_WITHIN_MS = 2_000;

/**
 * Sends what is due in three separate parts: claim, send, record. So nothing in the database waits for the network. If
 * a process dies between them, its claim expires, and the message goes again under the same id.
 */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);
  private readonly silence = new Silence();
  /** Mail has a lane of its own: one server takes all of it, and may take minutes. */
  private readonly lanes = [['email'] as const, CHANNELS.filter((c) => c !== 'email')].map(
    (channels) =>
      new Lane(
        () => this.next(channels),
        () => this.isEnding,
        (fault) => this.logger.warn(`消息未能发出，由下次巡检继续：${fault}`),
      ),
  );
  private readonly stopping = new AbortController();
  private stopped = false;

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly channels: Channels,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: AppConfig,
    private readonly leaving: Leaving,
    private readonly quiet: QuietHours,
  ) {
    // Every message under way listens to this signal, so many listeners are no leak.
    setMaxListeners(0, this.stopping.signal);
  }

  /**
   * Runs until nothing is due any more and every begun message has ended. Never throws: a failure is logged, and the
   * next sweep asks again.
   */
  async run(): Promise<void> {
    if (!this.isEnding) await Promise.all(this.lanes.map((lane) => lane.run()));
  }

  /** Finishes what is being sent, or gives it back if that takes too long. Waiting messages stay in the database. */
  async stop(): Promise<void> {
    this.stopped = true;
    const tooLong = setTimeout(() => this.stopping.abort(), FINISH_WITHIN_MS);
    await Promise.all(this.lanes.map((lane) => lane.over()));
    clearTimeout(tooLong);
  }

  private get isEnding(): boolean {
    return this.stopped || this.leaving.isAsked;
  }

  private async next(channels: readonly Channel[]): Promise<Begun | null> {
    const claimed = await this.deliveries.claim(await this.clock.now(), channels);
    return claimed && { ended: this.send(claimed), lasts: () => this.deliveries.hold(claimed) };
  }

  private async send(claimed: Claimed): Promise<void> {
    const outcome = await this.inWakingHours(await this.attempt(claimed));
    await this.deliveries.record(claimed, outcome, await this.clock.now());
    if (!outcome.untried) countDelivery(claimed.channel, outcome.state);
  }

  private async inWakingHours(outcome: Outcome): Promise<Outcome> {
    return outcome.nextAttemptAt
      ? { ...outcome, nextAttemptAt: await this.quiet.after(outcome.nextAttemptAt) }
      : outcome;
  }

  private async attempt(claimed: Claimed): Promise<Outcome> {
    const items = claimed.reachable ? await this.deliveries.items(claimed.id) : [];
    if (items.length === 0) return { state: 'empty' };
    const asked = { place: `endpoint ${claimed.endpointId}`, server: claimed.channel };
    try {
      if (claimed.attempts > MOST_ATTEMPTS) throw new NotTaken('多次在发送途中中断', true);
      if (this.silence.of(asked.place, asked.server))
        return {
          state: 'planned',
          untried: true,
          error: '对方刚才没有应答，稍后再试',
          nextAttemptAt: leftAlone(await this.clock.now(), this.clock.rate),
        };
      await this.channels.send(this.message(claimed, items, await this.clock.now()), claimed, this.stopping.signal);
      this.silence.heard(asked.place, asked.server);
      return { state: 'delivered' };
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      if (error.silent && this.stopping.signal.aborted)
        return {
          state: 'planned',
          untried: true,
          error: '发送途中程序停止，将重新发送',
          nextAttemptAt: await this.clock.now(),
        };
      if (error.silent) this.silence.fell(asked[error.silent]);
      return this.failed(claimed, error, await this.clock.now());
    }
  }

  private failed(claimed: Claimed, { message, permanent }: NotTaken, now: IsoInstant): Outcome {
    const what = `发给${claimed.owner}的${CHANNEL_LABELS[claimed.channel]}第${claimed.attempts}次没有送达：${message}`;
    this.logger.warn(what);
    if (!permanent && claimed.attempts < MOST_ATTEMPTS)
      return { state: 'planned', error: message, nextAttemptAt: nextAttempt(now, claimed.attempts) };
    const fault = `发给${claimed.owner}的${CHANNEL_LABELS[claimed.channel]}没有送达(${message})；请核对接收地址后重发，或者写明理由不再发送`;
    return { state: 'failed', error: message, fault };
  }

  private message({ id, kind }: Claimed, found: readonly ClaimedItem[], now: IsoInstant): Outgoing {
    const { publicUrl } = this.config;
    const today = dayOf(now);
    const items = found.map(({ caseId, number, caseTitle, stateLabel, ...said }): Item => ({
      ...said,
      case: { id: caseId, number, title: caseTitle, stateLabel },
      link: caseLink(publicUrl, caseId),
    }));
    return { id, kind, today, items, subject: subjectOf(kind, items, today), link: inboxLink(publicUrl) };
  }
}
