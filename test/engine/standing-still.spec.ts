import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import type { Engine } from '#src/engine/engine.js';
import { Relay } from '#src/notices/relay.js';
import type { OutboxMessage, OutboxStore } from '#src/persistence/stores/outbox.store.js';
import type { TimerStore } from '#src/persistence/stores/timer.store.js';
import { Ringer } from '#src/timers/ringer.js';

const NOW: IsoInstant = '2025-01-06T08:00:00.000+08:00';
const refusing = (code: string): Error => Object.assign(new Error(`no (${code})`), { code });
const FULL = refusing('53100');
const DEFECT = refusing('22012');

beforeAll(() => Logger.overrideLogger(false));

describe('while the database refuses everything', () => {
  it.each([
    ['a full disk', FULL, 0],
    ['a failure of the deadline itself', DEFECT, 1],
  ])('%s is beside the deadline or not', async (_, error, faults) => {
    const fault = jest.fn(async () => undefined);
    const engine = { ring: () => Promise.reject(error) };
    const ringer = new Ringer(engine as unknown as Engine, { fault } as unknown as TimerStore);
    await expect(ringer.ring('d')).rejects.toBe(error);
    expect(fault).toHaveBeenCalledTimes(faults);
  });

  /** Carries one signal through an engine that fails. Returns what was written as failed tries. */
  async function carried(error: Error): Promise<Map<string, string>[]> {
    const written: Map<string, string>[] = [];
    const signal = { id: 'm', kind: 'signal', caseId: 'c', payload: { to: 't', event: 'e', data: {} } };
    const waiting = [[signal as unknown as OutboxMessage]];
    const outbox = {
      deliver: async () => undefined,
      async next(
        _at: IsoInstant,
        _most: number,
        carry: (m: OutboxMessage[], tx: unknown) => Promise<Map<string, string>>,
      ) {
        const batch = waiting.shift();
        if (!batch) return false;
        written.push(await carry(batch, {}));
        return true;
      },
    };
    const relay = new Relay(
      outbox as unknown as OutboxStore,
      {} as never,
      { signal: () => Promise.reject(error) } as unknown as Engine,
      { now: async () => NOW, sql: '', rate: 1 },
      { on: [] } as never,
      { current: async () => ({ parameters: {} }) } as never,
      { isAsked: false } as never,
    );
    await relay.run();
    return written;
  }

  it('a signal waits with its batch, and no try of it is counted', async () => {
    await expect(carried(FULL)).rejects.toBe(FULL);
    expect(await carried(DEFECT)).toEqual([new Map([['m', 'no (22012)']])]);
    // Two that stood in each other's way are one message's matter.
    expect(await carried(refusing('40P01'))).toEqual([new Map([['m', 'no (40P01)']])]);
  });
});
