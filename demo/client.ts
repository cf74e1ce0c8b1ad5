import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for a server that does not answer: long enough for it to be killed and started again. */
const PATIENCE_MS = 60_000;
const AGAIN_AFTER_MS = 200;
/** The statuses of a server that is starting, or has lost its database. */
const NOT_NOW = new Set([502, 503, 504]);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
export type Json = any;

/** Why the demonstration can't continue, in a line that needs no stack. */
export class DemoError extends Error {}

export interface Answer {
  status: number;
  body: Json;
  text: string;
}

/** The API as a script uses it. A request without an answer is sent again, with the same key. */
export class Api {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(readonly url: string) {}

  get(user: string, path: string): Promise<Answer> {
    return this.call(user, 'GET', path);
  }

  post(user: string, path: string, body: unknown, key?: string): Promise<Answer> {
    return this.call(user, 'POST', path, {
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(body),
    });
  }

  /** Reads what must exist. */
  async read(user: string, path: string): Promise<Json> {
    const answer = await this.get(user, path);
    if (answer.status !== 200) throw new Error(`GET ${path}：${answer.status} ${answer.text.slice(0, 500)}`);
    return answer.body;
  }

  /** Uploads a file. An upload has no key, but its content tells whether it arrived, so no file is attached twice. */
  async upload(user: string, caseId: string, kind: string, text: string): Promise<void> {
    const path = `/api/v1/cases/${caseId}/documents`;
    const content = `%PDF-1.4\n% ${text}\n%%EOF\n`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const authorization = `Bearer ${await this.token(user)}`;
    const answer = await patiently(async (again) => {
      if (again && (await this.read(user, path)).some((d: Json) => d.kind === kind && d.sha256 === sha256))
        return { status: 201, text: '' };
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new Blob([content], { type: 'application/pdf' }), `${kind}.pdf`);
      return answered(await fetch(`${this.url}${path}`, { method: 'POST', headers: { authorization }, body: form }));
    });
    if (answer.status !== 201) throw new Error(`上传${kind}：${answer.status} ${answer.text.slice(0, 500)}`);
  }

  /** Returns false if the server runs on real time. */
  async moveClock(to: string): Promise<boolean> {
    const answer = await this.post('admin', '/api/v1/clock', { to });
    if (answer.status === 409 && answer.body.code === 'not-applicable') return false;
    if (answer.status !== 200) throw new Error(`时钟走到${to}：${answer.status} ${answer.text.slice(0, 500)}`);
    return true;
  }

  private async call(
    user: string,
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> {
    const headers = { ...init.headers, authorization: `Bearer ${await this.token(user)}` };
    return patiently(async () => answered(await fetch(`${this.url}${path}`, { ...init, method, headers })));
  }

  private token(user: string): Promise<string> {
    let token = this.tokens.get(user);
    if (!token) this.tokens.set(user, (token = this.login(user)));
    return token;
  }

  private async login(username: string): Promise<string> {
    const body = JSON.stringify({ username, password: `demo-${username}` });
    const answer = await patiently(async () =>
      answered(
        await fetch(`${this.url}/api/v1/auth/login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
      ),
    );
    if (answer.status !== 200) throw new Error(`${username} 登录：${answer.status} ${answer.text.slice(0, 500)}`);
    return answer.body.accessToken;
  }
}

async function answered(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? null : JSON.parse(text) };
}

/** Repeats a request until there is an answer. `again` says that an earlier attempt may have arrived. */
async function patiently<T extends { status: number }>(ask: (again: boolean) => Promise<T>): Promise<T> {
  const since = performance.now();
  for (let again = false; ; again = true) {
    try {
      const answer = await ask(again);
      if (!NOT_NOW.has(answer.status) || performance.now() - since > PATIENCE_MS) return answer;
    } catch (error) {
      // fetch fails with a TypeError if the connection does, before an answer or in the middle of one.
      if ((error as Error).name !== 'TypeError') throw error;
      if (performance.now() - since > PATIENCE_MS)
        throw new DemoError(`服务 ${PATIENCE_MS / 1000} 秒没有应答。`, { cause: error });
    }
    await sleep(AGAIN_AFTER_MS);
  }
}
