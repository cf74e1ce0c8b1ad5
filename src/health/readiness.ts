import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Leaving } from './leaving.js';

const ANSWER_WITHIN_MS = 2_000;

/** What this process needs before it is of use. Modules add their own needs when they start. */
@Injectable()
export class Readiness {
  private readonly needs = new Map<string, { check: () => Promise<unknown>; vital: boolean }>();

  constructor(private readonly leaving: Leaving) {}

  /** The failure of a need that is not `vital` is shown, but the process does its work without it. */
  add(name: string, check: () => Promise<unknown>, vital = true): void {
    this.needs.set(name, { check, vital });
  }

  /** Checks the needs. A process that has been asked to stop is not ready, so that no more requests are sent to it. */
  async check(): Promise<{ ready: boolean; checks: Record<string, 'ok' | 'failed'> }> {
    const results = await Promise.all(
      [...this.needs].map(async ([name, { check, vital }]) => ({
        name,
        vital,
        result: (await holds(check)) ? ('ok' as const) : ('failed' as const),
      })),
    );
    return {
      ready: !this.leaving.isAsked && results.every(({ result, vital }) => result === 'ok' || !vital),
      checks: {
        ...Object.fromEntries(results.map(({ name, result }) => [name, result])),
        ...(this.leaving.isAsked ? { process: 'failed' as const } : {}),
      },
    };
  }
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  const answered = check().then(
    () => true,
    () => false,
  );
  const patience = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([answered, late]);
  } finally {
    patience.abort();
  }
}
