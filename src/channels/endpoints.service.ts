import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Actor } from '#machines/kit/case/facts.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { conflict, invalidPayload, notFound } from '../http/problem.js';
import { DirectoryService } from '../identity/directory.service.js';
import { EndpointStore, type Endpoint } from '../persistence/stores/endpoint.store.js';
import { ChannelAudit } from './channel-audit.js';
import { NotTaken, type Channel, type Outgoing } from './channel.js';
import { Channels } from './channels.js';
import { subjectOf } from './content/wording.js';
import { endpointView, type EndpointView } from './endpoint-view.js';
import { refusalOf } from './public-address.js';

export interface EndpointRequest {
  user?: string | undefined;
  unit?: string | undefined;
  channel: Channel;
  address: string;
  secret?: string | undefined;
}

/** The result of a test, in the words of the other side. */
export interface Tested {
  delivered: boolean;
  answer: string;
}

/** One person needs no more. With more, somebody could have mail sent to strangers. */
const MOST_OF_ONE_PERSON = 3;
/** How long a person who tries an address waits for its server. */
const TRIED_WITHIN_MS = 15_000;
const ENDED = '接收地址已经停用';

/** The places where people and units can be reached besides their inbox. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly store: EndpointStore,
    private readonly directory: DirectoryService,
    private readonly channels: Channels,
    private readonly audit: ChannelAudit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Lists those of one person, or all of them. */
  async list(userId: string | null, limit: number, before: string | null): Promise<EndpointView[]> {
    const found = await this.store.list(userId, limit, before);
    return Promise.all(found.map((endpoint) => this.view(endpoint)));
  }

  /** @throws Problem 400 for nobody or an address that is not taken, 409 when it is there already. */
  async add(
    actor: Actor,
    { user, unit, channel, address, secret }: EndpointRequest,
  ): Promise<EndpointView & { secret?: string }> {
    const { units, people } = await this.directory.current();
    const refusal = channel === 'email' ? null : refusalOf(address, this.channels.loopbackAllowed);
    const errors = [
      ...((user === undefined) === (unit === undefined)
        ? [{ pointer: '', message: '请写明是哪个人员(user)或者哪个单位(unit)的地址，二者选一。' }]
        : []),
      ...(user !== undefined && !people.has(user) ? [{ pointer: '/user', message: '没有这个在用的账号。' }] : []),
      ...(unit !== undefined && !units.has(unit) ? [{ pointer: '/unit', message: '没有这个单位。' }] : []),
      ...(refusal ? [{ pointer: '/address', message: refusal }] : []),
      ...(secret !== undefined && channel !== 'dingtalk' && channel !== 'webhook'
        ? [{ pointer: '/secret', message: '这种地址不用密钥。' }]
        : []),
    ];
    if (errors.length > 0) throw invalidPayload(errors);
    // A receiver of plain JSON can only check the signature.
    const made = channel === 'webhook' && secret === undefined ? randomBytes(32).toString('base64url') : null;
    const now = await this.clock.now();
    const added = await this.store.add(
      {
        userId: user ?? null,
        unitId: unit ?? null,
        channel,
        address,
        secret: secret ?? made,
        createdBy: actor.userId,
        createdAt: now,
      },
      (tx, endpoint) => this.audit.endpoint(tx, 'endpoint.added', endpoint, actor, now),
    );
    if (!added) throw conflict('这个地址已经登记过。');
    return { ...(await this.view(added)), ...(made === null ? {} : { secret: made }) };
  }

  async addOwnMail(actor: Actor, address: string): Promise<EndpointView> {
    const own = await this.store.list(actor.userId, MOST_OF_ONE_PERSON, null);
    if (own.length === MOST_OF_ONE_PERSON) throw conflict(`每人最多登记${MOST_OF_ONE_PERSON}个地址，请先停用一个。`);
    return this.add(actor, { user: actor.userId, channel: 'email', address });
  }

  /** @throws Problem 404 when there is none, or none of that person. */
  async end(actor: Actor, id: string, of: string | null): Promise<void> {
    const found = await this.known(id);
    if (of !== null && found.userId !== of) throw notFound('没有这个接收地址。');
    const now = await this.clock.now();
    if (
      !(await this.store.end(id, actor.userId, now, ENDED, (tx) =>
        this.audit.endpoint(tx, 'endpoint.ended', found, actor, now),
      ))
    )
      throw notFound('没有这个接收地址。');
  }

  /** Sends a message from this process and waits for the answer. Nothing is recorded. */
  async test(id: string, messageId: string): Promise<Tested> {
    const endpoint = await this.known(id);
    const today = dayOf(await this.clock.now());
    const message: Outgoing = {
      id: messageId,
      kind: 'test',
      subject: subjectOf('test', [], today),
      items: [],
      link: null,
      today,
    };
    try {
      return {
        delivered: true,
        answer: await this.channels.send(message, endpoint, AbortSignal.timeout(TRIED_WITHIN_MS)),
      };
    } catch (error) {
      if (error instanceof NotTaken) return { delivered: false, answer: error.message };
      throw error;
    }
  }

  private async known(id: string): Promise<Endpoint> {
    const found = await this.store.one(id);
    if (!found) throw notFound('没有这个接收地址。');
    return found;
  }

  private async view(endpoint: Endpoint): Promise<EndpointView> {
    return endpointView(endpoint, await this.directory.current(), this.channels.on);
  }
}
