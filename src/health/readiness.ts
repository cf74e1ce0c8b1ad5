import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Leaving } from './leaving.js';
import { told, troubleOf } from './trouble.js';

const ANSWER_WITHIN_MS = 2_000;

interface Need {
  readonly name: string;
  readonly check: () => Promise<unknown>;
  readonly vital: boolean;
  /** Whether it failed when it was last asked for. */
  failing: boolean;
}

/** What went wrong. Anything may be thrown. */
interface Failure {
  readonly reason: unknown;
}

const LATE: Failure = { reason: new Error(`${ANSWER_WITHIN_MS / 1_000} 秒内没有答复`) };

/** What a check has found. Each failure is in the log already. */
export interface Found {
  readonly ready: boolean;
  readonly checks: Record<string, 'ok' | 'failed'>;
  /** Why it is not ready: one sentence, if there is one. */
  readonly because?: string;
}

/** What this process needs before it is of use. Modules add their own needs when they start. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private readonly needs: Need[] = [];

  constructor(private readonly leaving: Leaving) {}

  /** The failure of a need that is not `vital` is shown, but the process does its work without it. */
  add(name: string, check: () => Promise<unknown>, vital = true): void {
    this.needs.push({ name, check, vital, failing: false });
  }

  /** Checks the needs. A process that has been asked to stop is not ready, so that no more requests are sent to it. */
  async check(): Promise<Found> {
    const results = await Promise.all(
      this.needs.map(async (need) => ({ ...need, failure: this.noted(need, await failureOf(need.check)) })),
    );
    const missing = results.filter(({ failure, vital }) => failure !== null && vital);
    return {
      ready: !this.leaving.isAsked && missing.length === 0,
      checks: {
        ...Object.fromEntries(results.map(({ name, failure }) => [name, failure === null ? 'ok' : 'failed'])),
        ...(this.leaving.isAsked ? { process: 'failed' as const } : {}),
      },
      because: troubleOf(missing[0]?.failure?.reason)?.detail,
    };
  }

  /** Writes to the log when a need begins to fail, with what to do, and when it is met again. */
  private noted(need: Need, failure: Failure | null): Failure | null {
    if (failure && !need.failing) this.logger.error(`${need.name} 不可用：${told(failure.reason)}`);
    if (!failure && need.failing) this.logger.log(`${need.name} 恢复`);
    need.failing = failure !== null;
    return failure;
  }
}

/** Returns null when the check passes. */
async function failureOf(check: () => Promise<unknown>): Promise<Failure | null> {
  const answered = check().then(
    () => null,
    (reason: unknown): Failure => ({ reason }),
  );
  const patience = new AbortController();
  const late = sleep(ANSWER_WITHIN_MS, LATE, { signal: patience.signal }).catch(() => null);
  try {
    return await Promise.race([answered, late]);
  } finally {
    patience.abort();
  }
}
