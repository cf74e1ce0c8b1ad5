import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from '../../test/support/external.js';
import type { Clock } from '../clock/clock.js';
import type { AppConfig } from '../config.js';
import { Leaving } from '../health/leaving.js';
import type { Claimed, DeliveryStore, Outcome } from '../persistence/stores/delivery.store.js';
import { NotTaken, type Channel } from './channel.js';
import type { Channels } from './channels.js';
import { Dispatcher } from './dispatcher.js';
import type { QuietHours } from './quiet-hours.js';

const NOW = '2026-03-02T10:00:00.000+08:00';
const item = {
  kind: '待办',
  title: '一',
  text: '二',
  caseId: 'c',
  number: 'XM-1',
  caseTitle: '影像云',
  stateLabel: '审核',
  dueOn: null,
} as const;
const mail = (id: string, endpointId = '1'): Claimed => ({
  id,
  endpointId,
  kind: 'urgent',
  attempts: 1,
  channel: 'email',
  address: 'a@example.gov.cn',
  secret: null,
  owner: '甲',
  reachable: true,
});
const webhook = (id: string, endpointId: string): Claimed => ({
  ...mail(id, endpointId),
  channel: 'webhook',
  address: `https://hooks.example.com/${endpointId}`,
});

/**
 * Builds a dispatcher. The claims come one after the other, and may be an error or nothing; the test reads what was
 * sent and recorded.
 */
function house(claims: (Claimed | Error)[], send: Channels['send'], rate = 1) {
  const recorded: [string, Outcome][] = [];
  const held: string[] = [];
  const deliveries: Partial<DeliveryStore> = {
    claim: async (_now: string, channels: readonly Channel[]) => {
      const at = claims.findIndex((c) => c instanceof Error || channels.includes(c.channel));
      const [next = null] = at < 0 ? [] : claims.splice(at, 1);
      if (next instanceof Error) throw next;
      return next;
    },
    hold: async ({ id }: Claimed) => void held.push(id),
    items: async () => [item],
    record: async ({ id }: Claimed, outcome: Outcome) => void recorded.push([id, outcome]),
  };
  const config: Partial<AppConfig> = {};
  const leaving = new Leaving();
  const quiet = { after: async (instant: string) => instant } as QuietHours;
  const clock: Clock = { now: async () => NOW, sql: '', rate };
  return {
    dispatcher: new Dispatcher(
      deliveries as DeliveryStore,
      { send } as Channels,
      clock,
      config as AppConfig,
      leaving,
      quiet,
    ),
    recorded,
    held,
    leaving,
    claims,
  };
}

describe('the dispatcher', () => {
  let logged: jest.SpiedFunction<Logger['warn']>;
  beforeEach(() => void (logged = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined)));
  afterEach(() => logged.mockRestore());

  it('waits for everything it has begun, even if something else has failed', async () => {
    let arrive: (answer: string) => void = () => undefined;
    const { dispatcher, recorded } = house(
      [new Error('database away'), mail('slow')],
      () => new Promise((done) => (arrive = done)),
    );
    let ended = false;
    const running = dispatcher.run().then(() => (ended = true));
    await new Promise((turn) => setImmediate(turn));
    expect(ended).toBe(false);
    const stopped = dispatcher.stop();
    arrive('250 OK');
    await Promise.all([running, stopped]);
    expect(recorded).toEqual([['slow', { state: 'delivered' }]]);
    expect(logged.mock.calls).toEqual([[expect.stringContaining('database away')]]);
  });

  it.each([
    [1, '10:01'],
    [720, '22:00'],
    [0, '16:00'],
  ])(
    'uses no attempt of a message that is not tried because its server is silent (clock of rate %d)',
    async (rate, at) => {
      const { dispatcher, recorded, claims } = house(
        [mail('first')],
        () => Promise.reject(new NotTaken('没有应答', false, 'server')),
        rate,
      );
      await dispatcher.run();
      claims.push(mail('second'));
      await dispatcher.run();
      expect(recorded.map(([id, { state, untried = false }]) => [id, state, untried])).toEqual([
        ['first', 'planned', false],
        ['second', 'planned', true],
      ]);
      expect(recorded[1]![1].nextAttemptAt).toBe(`2026-03-02T${at}:00.000+08:00`);
    },
  );

  it('avoids only the silent place or recipient: others of the same host or server are tried', async () => {
    const silent = (id: string) => id.startsWith('mute');
    const { dispatcher, recorded, claims } = house([webhook('mute hook', '1'), mail('mute mail', '2')], ({ id }) =>
      silent(id) ? Promise.reject(new NotTaken('没有应答', false, 'place')) : Promise.resolve('HTTP 200'),
    );
    await dispatcher.run();
    claims.push(webhook('again', '1'), webhook('new', '3'), mail('again by mail', '2'), mail('new by mail', '4'));
    await dispatcher.run();
    expect(
      recorded
        .slice(2)
        .map(([id, { state, untried = false }]) => `${id} ${state} ${untried}`)
        .sort(),
    ).toEqual([
      'again by mail planned true',
      'again planned true',
      'new by mail delivered false',
      'new delivered false',
    ]);
  });

  it('lets a slow message hold up no other of any kind, and keeps its claim for longer', async () => {
    const slow = (n: number) => [webhook(`slow ${n}`, `${n}`), mail(`slow mail ${n}`, `${n}`)];
    const { dispatcher, recorded, held, claims } = house([1, 2, 3, 4, 5, 6].flatMap(slow), ({ id }, _to, giveUp) =>
      id.startsWith('slow')
        ? new Promise((_, failed) =>
            giveUp!.addEventListener('abort', () => failed(new NotTaken('没有应答', false, 'place'))),
          )
        : Promise.resolve('250 OK'),
    );
    claims.push(webhook('quick', '7'), mail('quick mail', '8'));
    const running = dispatcher.run();
    await eventually(
      async () => recorded.map(([id]) => id).sort(),
      (ids) => ids.length === 2 && held.length === 12,
    );
    expect(recorded.map(([id]) => id).sort()).toEqual(['quick', 'quick mail']);
    // One more message comes while the others are under way.
    claims.push(mail('late mail', '9'));
    void dispatcher.run();
    await eventually(
      async () => recorded.length,
      (n) => n === 3,
    );
    await dispatcher.stop();
    await running;
    expect(recorded.slice(3).map(([, { state, untried }]) => [state, untried])).toEqual(
      Array(12).fill(['planned', true]),
    );
  }, 20_000);

  it('begins nothing more once the process has been asked to stop', async () => {
    const { dispatcher, recorded, leaving, claims } = house(
      [mail('first'), mail('second'), mail('third'), mail('fourth'), mail('fifth')],
      async () => {
        leaving.ask();
        return '250 OK';
      },
    );
    await dispatcher.run();
    await dispatcher.run();
    expect([recorded.map(([id]) => id), claims.map((c) => (c as Claimed).id)]).toEqual([
      ['first', 'second', 'third', 'fourth'],
      ['fifth'],
    ]);
  });
});
