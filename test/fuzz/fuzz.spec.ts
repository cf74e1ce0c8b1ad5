import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Chance, seedFrom } from '#machines/kit/testing/chance.js';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { problemSchema } from '#src/cases/case.schema.js';
import { Client } from '../support/client.js';
import { startApp, type RunningApp } from '../support/start-app.js';
import { operationsOf, requestFor, weightOf, type Ask, type Document, type Known, type Operation } from './requests.js';

const SEED = seedFrom(process.env.SEED, 20261128);
const REQUESTS = Number(process.env.REQUESTS ?? depthFrom(process.env.DEPTH).of(200, 5_000));

/** The errors that the interface promises. */
const PROMISED = [400, 401, 403, 404, 409, 413, 415, 422, 429];
const SLOW_MS = 2_000;
/** A machine may be busy. Beyond this something holds everybody up. */
const FAR_TOO_SLOW_MS = 20_000;
const NOBODY = 'nobody';
const PEOPLE = [
  NOBODY,
  'education',
  'county-hospital',
  'rongcheng-town',
  'data-bureau',
  'finance',
  'secrecy',
  'audit',
  'supervisor',
  'admin',
];

interface Told {
  operation: Operation;
  who: string;
  ask: Ask;
  status: number;
  ms: number;
}

const shown = ({ who, ask: { method, url, headers, payload }, status, ms }: Told): string =>
  `${status} in ${Math.round(ms)} ms, ${who}: ${method} ${url.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${payload?.subarray(0, 500).toString() ?? ''}`;

describe(`${REQUESTS} requests made from the document of the interface, SEED=${SEED}`, () => {
  let app: RunningApp;
  let client: Client;
  let document: Document;
  const told: Told[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    app = await startApp({ clock: 'simulated', clockStart: '2026-01-05' });
    client = new Client(app.url);
    document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => app.close());

  it('have answers that are promised, in time', async () => {
    const chance = new Chance(SEED);
    const known = await begun();
    const operations = operationsOf(document);
    for (let i = 0; i < REQUESTS; i++) {
      const operation = chance.weighted(operations, weightOf);
      const step = operation.path.endsWith('/events') && chance.hit(0.7) ? chance.pick(known.steps) : undefined;
      const who = step?.who ?? chance.pick(PEOPLE);
      learn(known, who, await sent(operation, who, requestFor(operation, chance, known, step)));
    }
    report();
    expect(faults).toEqual([]);
    expect(told.filter(({ ms }) => ms > FAR_TOO_SLOW_MS).map(shown)).toEqual([]);
  }, 3_600_000);

  async function begun(): Promise<Known> {
    const idsAt = async (who: string, path: string): Promise<string[]> =>
      (await client.get(who, path)).body.map(({ id }: { id: string }) => id);
    const procedures = await idsAt('admin', '/api/v1/procedures');
    const known: Known = {
      schemas: document.components.schemas,
      ids: [],
      names: ['education', 'finance', 'data-bureau', 'data-bureau-deputy', 'XM-2026-0001', ...procedures],
      today: '2026-01-05',
      cursors: [],
      documents: [],
      steps: [],
      lists: await idsAt('supervisor', '/api/v1/supervision/lists'),
      procedures,
    };
    for (const unit of ['education', 'county-hospital', 'health']) {
      const { body } = await client.create(unit, 'project', declarationOf(`${unit}的项目`, 100_000_000));
      await client.upload(unit, body.id, 'declarationForm');
      const path = `/api/v1/cases/${body.id}`;
      learn(known, unit, (await client.get(unit, path)).text);
      await client.send(unit, body.id, 'declare');
      learn(known, 'data-bureau', (await client.get('data-bureau', path)).text);
    }
    return known;
  }

  async function sent(operation: Operation, who: string, ask: Ask): Promise<string> {
    const token = who === NOBODY ? undefined : await client.token(who);
    const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...ask.headers };
    const began = performance.now();
    const response = await app.app.inject({
      method: ask.method as 'GET',
      url: ask.url,
      headers,
      ...(ask.payload ? { payload: ask.payload } : {}),
    });
    const one: Told = { operation, who, ask, status: response.statusCode, ms: performance.now() - began };
    told.push(one);
    const fault = faultIn(one, String(response.headers['content-type']), response.payload);
    if (fault !== null) faults.push(`${fault}: ${shown(one)} → ${response.payload.slice(0, 300)}`);
    return String(response.headers['content-type']).includes('json') ? response.payload : '';
  }

  function faultIn({ operation, status }: Told, type: string, text: string): string | null {
    if (status < 400 && type.includes('json') && text.includes('\uFFFD'))
      return 'a character that was lost on the way in';
    if (status < 400)
      return Object.keys(operation.responses).includes(String(status)) ? null : 'a status nobody has described';
    if (!PROMISED.includes(status)) return 'a status nobody has promised';
    if (!type.startsWith('application/problem+json')) return 'an error in another form';
    const parsed = problemSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return `an error with other fields (${parsed.error.issues[0]!.path.join('/')})`;
    return /[一-鿿]/u.test(parsed.data.detail) ? null : 'an error without a sentence';
  }

  /** Remembers what was made, so that later requests can be about it. */
  function learn(known: Known, who: string, text: string): void {
    const cursor = /"nextCursor":"([\w-]+)"/.exec(text)?.[1];
    if (cursor !== undefined && known.cursors.length < 50) known.cursors.push(cursor);
    const id = /^\{"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
    if (id === undefined || /^0+-/.test(id)) return;
    const kept = text.includes('"sha256"') && !text.includes('"procedure"') ? known.documents : known.ids;
    if (!kept.includes(id) && kept.length < 40) kept.push(id);
    if (!text.includes('"actions"')) return;
    const { procedure, actions } = JSON.parse(text) as { procedure: string; actions: { type: string }[] };
    const steps = actions.map(({ type }) => ({ who, id, schema: `${procedure}.${type}` }));
    known.steps = [...steps, ...known.steps].slice(0, 80);
  }

  function report(): void {
    const count = (key: (one: Told) => string): string =>
      [...told.reduce((n, one) => n.set(key(one), (n.get(key(one)) ?? 0) + 1), new Map<string, number>())]
        .sort()
        .map(([name, n]) => `${name}×${n}`)
        .join(' ');
    const byTime = told.toSorted((a, b) => b.ms - a.ms);
    console.log(
      [
        `SEED=${SEED}: ${told.length} requests, ${count(({ status }) => String(status))}`,
        `over ${SLOW_MS} ms: ${told.filter(({ ms }) => ms > SLOW_MS).length}; the slowest:`,
        ...byTime.slice(0, 3).map((one) => `  ${shown(one).slice(0, 200)}`),
        `kinds of faults: ${faults.length}`,
      ].join('\n'),
    );
  }
});
