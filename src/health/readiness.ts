import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 2_000;

/** What this process needs before it is of use to anybody. Modules add their own needs when they start. */
@Injectable()
export class Readiness {
  private readonly needs = new Map<string, () => Promise<unknown>>();

  add(name: string, check: () => Promise<unknown>): void {
    this.needs.set(name, check);
  }

  async check(): Promise<{ ready: boolean; checks: Record<string, 'ok' | 'failed'> }> {
    const results = await Promise.all(
      [...this.needs].map(async ([name, check]) => [name, (await holds(check)) ? 'ok' : 'failed'] as const),
    );
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  const answered = check().then(() => true, () => false);
  const patience = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([answered, late]);
  } finally {
    patience.abort();
  }
}
