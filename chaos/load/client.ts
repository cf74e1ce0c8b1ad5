import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../checker/json.js';

const ANSWER_WITHIN_MS = 15_000;
const AGAIN_AFTER_MS = 150;
/** The statuses of a server that is stopping or starting, or has lost its database. */
const NOT_NOW = new Set([500, 502, 503, 504]);

export interface Reply {
  status: number;
  body: Json;
}

/** No answer came for so long that a real client would have given up. */
export class GaveUp extends Error {}

/**
 * Uses the API like a client that does not give up: a request without an answer is sent again, to another process,
 * under the same key.
 */
export class Client {
  readonly seen = { requests: 0, retries: 0, errors500: 0 };
  /** Why requests were sent again, and how often. */
  readonly reasons = new Map<string, number>();
  private readonly tokens = new Map<string, Promise<string>>();
  private turn = 0;

  constructor(
    private readonly urls: readonly string[],
    private readonly patienceMs: number,
  ) {}

  async post(user: string, path: string, body: unknown, key: string): Promise<Reply> {
    return this.asked(user, path, () => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    }));
  }

  get(user: string, path: string): Promise<Reply> {
    return this.asked(user, path, () => ({ method: 'GET', headers: {} }));
  }

  /** A file may arrive twice if its first answer was lost. Then it is attached twice, and no rule objects. */
  upload(user: string, caseId: string, kind: string): Promise<Reply> {
    return this.asked(user, `/api/v1/cases/${caseId}/documents`, () => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new Blob([`%PDF-1.4\n% ${kind}\n%%EOF\n`], { type: 'application/pdf' }), `${kind}.pdf`);
      return { method: 'POST', headers: {}, body: form };
    });
  }

  private async asked(
    user: string,
    path: string,
    request: () => { method: string; headers: Record<string, string>; body?: string | FormData },
  ): Promise<Reply> {
    const token = await this.token(user);
    return this.patiently(path, () => {
      const { headers, ...init } = request();
      return { ...init, headers: { ...headers, authorization: `Bearer ${token}` } };
    });
  }

  private token(user: string): Promise<string> {
    let token = this.tokens.get(user);
    if (!token) this.tokens.set(user, (token = this.login(user)));
    return token;
  }

  private async login(username: string): Promise<string> {
    const body = JSON.stringify({ username, password: `demo-${username}` });
    const { status, body: said } = await this.patiently('/api/v1/auth/login', () => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }));
    if (status !== 200) throw new Error(`${username} can't sign in: ${status} ${JSON.stringify(said)}`);
    return said.accessToken as string;
  }

  private again(why: string): void {
    this.seen.retries++;
    this.reasons.set(why, (this.reasons.get(why) ?? 0) + 1);
  }

  private async patiently(path: string, request: () => RequestInit): Promise<Reply> {
    const since = performance.now();
    for (;;) {
      const url = this.urls[this.turn++ % this.urls.length]!;
      this.seen.requests++;
      try {
        const response = await fetch(`${url}${path}`, { ...request(), signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
        const text = await response.text();
        if (response.status === 500) this.seen.errors500++;
        if (!NOT_NOW.has(response.status))
          return { status: response.status, body: text === '' ? null : JSON.parse(text) };
        this.again(`${response.status}`);
      } catch (error) {
        // fetch throws a TypeError if a connection fails, and a TimeoutError if one gets no answer.
        if (!['TypeError', 'TimeoutError', 'AbortError'].includes((error as Error).name)) throw error;
        this.again((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name);
      }
      if (performance.now() - since > this.patienceMs) throw new GaveUp(path);
      await sleep(AGAIN_AFTER_MS);
    }
  }
}
