import { caseSchema, problemSchema } from '#src/cases/case.schema.js';

export interface Answer {
  status: number;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
  body: any;
}

export interface Ask {
  as: string | null;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  /** Sent unchanged, instead of `body`. */
  raw?: string | FormData;
  headers?: Record<string, string>;
}

/** The interface broke one of its promises. */
export class Broken extends Error {}

/** Every status of the contract, and the codes it may have. */
const CODES: Readonly<Record<number, readonly string[]>> = {
  400: ['invalid-payload'],
  401: ['unauthenticated'],
  403: ['not-your-step'],
  404: ['not-found'],
  409: ['stale', 'not-applicable', 'key-reused'],
  413: ['too-large'],
  415: ['unsupported-type'],
  422: ['refused'],
  429: ['too-many'],
};
const REMEMBERED = 20;
const SHOWN = 700;

/** Sends requests to the program from outside, and checks every answer against the contract. */
export class Door {
  readonly statuses = new Map<number, number>();
  requests = 0;
  private readonly last: string[] = [];
  private readonly tokens = new Map<string, string>();

  constructor(readonly url: string) {}

  async ask({ as, method, path, body, raw, headers = {} }: Ask): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${await this.token(as)}` }),
        ...(typeof sent === 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    this.remember(
      `${as ?? 'nobody'} ${method} ${path} ${typeof sent === 'string' ? sent : ''} → ${response.status} ${response.status < 300 ? '' : text}`,
    );
    this.requests += 1;
    this.statuses.set(response.status, (this.statuses.get(response.status) ?? 0) + 1);
    return { status: response.status, text, body: this.held(response, text) };
  }

  /** Returns the last requests with their results, the newest at the end. */
  recent(): string {
    return this.last.join('\n');
  }

  private held(response: Response, text: string): unknown {
    const { status } = response;
    if (status >= 500) throw new Broken(`answered ${status}: ${text.slice(0, SHOWN)}`);
    const type = response.headers.get('content-type') ?? '';
    if (status < 300) return type.includes('json') ? (JSON.parse(text) as unknown) : null;
    const codes = CODES[status];
    if (!codes) throw new Broken(`answered ${status}, which the contract does not know`);
    if (!type.startsWith('application/problem+json')) throw new Broken(`answered ${status} as ${type}`);
    const problem = problemSchema.safeParse(JSON.parse(text));
    if (!problem.success) throw new Broken(`a problem of another form: ${problem.error.message}`);
    const { code, status: said, refusals, errors, seq } = problem.data;
    if (said !== status || !codes.includes(code)) throw new Broken(`answered ${status} and says ${said} ${code}`);
    if (status === 422 && !refusals?.length) throw new Broken('refused without a reason');
    if (status === 400 && !errors?.length) throw new Broken('invalid without an error');
    if (code === 'stale' && seq === undefined) throw new Broken('stale without the present seq');
    return JSON.parse(text);
  }

  /** Tells whether somebody of that name may log in. */
  async knows(username: string): Promise<boolean> {
    return (await this.token(username)) !== undefined;
  }

  private async token(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known) return known;
    const { body } = await this.ask({
      as: null,
      method: 'POST',
      path: '/api/v1/auth/login',
      body: { username, password: `demo-${username}` },
    });
    this.tokens.set(username, body.accessToken);
    return body.accessToken;
  }

  private remember(line: string): void {
    this.last.push(line.slice(0, SHOWN));
    if (this.last.length > REMEMBERED) this.last.shift();
  }
}

export type CaseBody = ReturnType<typeof caseSchema.parse>;

/** @throws Broken when it is no case as the contract describes it. */
export function asCase(body: unknown): CaseBody {
  const parsed = caseSchema.safeParse(body);
  if (!parsed.success) throw new Broken(`a case of another form: ${parsed.error.message}`);
  return parsed.data;
}
