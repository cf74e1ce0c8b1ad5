import { setTimeout as sleep } from 'node:timers/promises';
import { CREATED } from '#machines/kit/law/procedure.js';
import type { Chance } from '#machines/kit/testing/chance.js';
import type { Step } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Json } from '../checker/json.js';
import type { FastClock } from '../clock.js';
import { GaveUp, type Client, type Reply } from './client.js';
import type { Ledger } from './ledger.js';

/** The run is over: no more steps are sent. */
export class Over extends Error {}

/** A step was not accepted. The case is left where it stands. */
export class Refused extends Error {}

/** How often somebody presses a button twice. */
const TWICE = 0.04;
/** How often two people want to take the same step at the same moment. */
const RIVALS = 0.03;
let keys = 0;

/** What a client does about one case after the other: it begins, uploads, sends, and lets days pass. */
export class Desk {
  constructor(
    private readonly client: Client,
    private readonly ledger: Ledger,
    private readonly clock: FastClock,
    readonly chance: Chance,
    private readonly over: AbortSignal,
  ) {}

  get today(): IsoDate {
    return this.clock.today();
  }

  async rest(from: number, to: number): Promise<void> {
    this.goOn();
    await sleep(this.clock.days(from + this.chance.next() * (to - from)), undefined, { signal: this.over }).catch(
      () => undefined,
    );
    this.goOn();
  }

  /** Returns the new case's id. */
  async begin(by: string, procedure: string, data: unknown): Promise<string> {
    const { status, body } = await this.asked(by, '/api/v1/cases', { procedure, data }, CREATED, null);
    if (status !== 201) throw new Refused(`${procedure}: ${status} ${said(body)}`);
    return body.id as string;
  }

  async send(by: string, id: string, type: string, data: unknown = {}): Promise<void> {
    const { status, body } = await this.asked(by, `/api/v1/cases/${id}/events`, { type, data }, type, id);
    if (status !== 200) throw new Refused(`${type}: ${status} ${said(body)}`);
  }

  async upload(by: string, id: string, ...kinds: readonly string[]): Promise<void> {
    for (const kind of kinds) {
      this.goOn();
      const { status, body } = await this.client.upload(by, id, kind);
      if (status !== 201) throw new Refused(`${kind}: ${status} ${said(body)}`);
    }
  }

  async look(by: string, id: string): Promise<Json> {
    return (await this.client.get(by, `/api/v1/cases/${id}`)).body;
  }

  /** Sends the lines of a story one after the other. Each is written on the day on which it comes. */
  async tell(id: string, owner: string, lines: (today: IsoDate) => readonly Step[]): Promise<void> {
    for (let i = 0; i < lines(this.today).length; i++) {
      const { by, upload, uploader, send, data } = lines(this.today)[i]!;
      if (upload) await this.upload(uploader ?? (owner || by!), id, ...[upload].flat());
      if (send) await this.send(by!, id, send, data ?? {});
    }
  }

  private goOn(): void {
    if (this.over.aborted) throw new Over();
  }

  private async asked(user: string, path: string, body: unknown, type: string, caseId: string | null): Promise<Reply> {
    this.goOn();
    const key = `chaos-${(keys += 1)}`;
    const asked = this.chance.hit(TWICE)
      ? [key, key]
      : caseId !== null && this.chance.hit(RIVALS)
        ? [key, `${key}-rival`]
        : [key];
    const replies = await Promise.all(asked.map((under) => this.once(user, path, body, under, type, caseId)));
    return replies.find((reply) => reply.status < 300) ?? replies[0]!;
  }

  private async once(
    user: string,
    path: string,
    body: unknown,
    key: string,
    type: string,
    caseId: string | null,
  ): Promise<Reply> {
    try {
      const reply = await this.client.post(user, path, body, key);
      const accepted = reply.status < 300;
      this.ledger.add({
        user,
        key,
        type,
        status: reply.status,
        caseId: accepted ? reply.body.id : caseId,
        seq: accepted ? reply.body.seq : null,
      });
      return reply;
    } catch (error) {
      if (error instanceof GaveUp) this.ledger.add({ user, key, type, status: null, caseId, seq: null });
      throw error;
    }
  }
}

const said = (body: Json): string =>
  body?.refusals ? body.refusals.map((r: Json) => r.rule).join(', ') : `${body?.code ?? ''} ${body?.detail ?? ''}`;
