import type { Chance } from '#machines/kit/testing/chance.js';
import { mutated, ODD_DAYS, ODD_INSTANTS, ODD_TEXTS, valueOf, type Described, type World } from './values.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema?: Described;
}

interface DescribedOperation {
  parameters?: readonly Parameter[];
  requestBody?: { content: Readonly<Record<string, { schema?: Described }>> };
  responses: Readonly<Record<string, unknown>>;
}

/** The document of the interface, as far as requests are made from it. */
export interface Document {
  paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  components: { schemas: Readonly<Record<string, Described>> };
}

export interface Operation extends DescribedOperation {
  method: string;
  path: string;
}

export interface Ask {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: Buffer;
}

/** A step that somebody was offered: the name of its schema, such as `need.submitNeed`. */
export interface Step {
  who: string;
  id: string;
  schema: string;
}

/** What earlier answers have shown, to be asked for again. */
export interface Known extends World {
  steps: Step[];
  cursors: string[];
  documents: string[];
  lists: readonly string[];
  procedures: readonly string[];
}

export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );

const GBK = Buffer.from([0xcf, 0xee, 0xc4, 0xbf]);

/** How often an operation is asked for. What writes has more in it that can go wrong. */
export const weightOf = ({ path, method }: Operation): number =>
  path.endsWith('/events')
    ? 15
    : path === '/api/v1/cases'
      ? 6
      : method === 'POST' || /tasks|stuck$|lists\/\{id\}$|deliveries$/.test(path)
        ? 2
        : 1;

/**
 * Makes a request for an operation: as described, with at most a few things in it changed.
 *
 * @param step a step that is offered, for the operation that takes one
 */
export function requestFor(operation: Operation, chance: Chance, known: Known, step?: Step): Ask {
  const odd = (): boolean => chance.hit(0.25);
  const parameters = operation.parameters ?? [];
  const headers: Record<string, string> = {};
  for (const { name } of parameters.filter((p) => p.in === 'header' && chance.hit(0.3)))
    headers[name] = chance.pick(['k1', `k${chance.int(0, 999)}`, 'a b', 'x'.repeat(300), '甲', '__proto__', '']);
  if (chance.hit(0.05))
    headers[chance.pick(['accept', 'accept-language', 'x-request-id', 'if-none-match'])] = chance.pick([
      '*/*',
      'a'.repeat(500),
    ]);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    step
      ? step.id
      : encode(odd() ? chance.pick([...ODD_TEXTS, ...known.ids]) : inPath(operation, name, chance, known), chance),
  );
  const query = parameters
    .filter((p) => p.in === 'query' && chance.hit(p.name === 'cursor' ? 0.5 : 0.25))
    .flatMap(({ name, schema = {} }) => {
      const value =
        name === 'cursor'
          ? cursorOf(chance, known, odd())
          : odd()
            ? oddWord(chance)
            : String(valueOf(schema, chance, known));
      const said = `${encodeURIComponent(name)}=${encode(value, chance)}`;
      return chance.hit(0.03) ? [said, said] : [said];
    });
  if (chance.hit(0.03)) query.push(chance.pick(['stray=1', '%ff=1', '=', '&', '__proto__=1', 'q[]=1', 'q=%E4%B8']));
  const url = path + (query.length > 0 ? `?${query.join('&')}` : '');
  const body = bodyFor(operation, chance, known, step);
  return {
    method: operation.method,
    url,
    headers: { ...headers, ...body?.headers },
    ...(body ? { payload: body.payload } : {}),
  };
}

function inPath({ path, method }: Operation, name: string, chance: Chance, known: Known): string {
  if (name === 'documentId') return chance.pick([...known.documents, ...known.ids]);
  if (name === 'year') return chance.pick(['2025', '2026', '2027', '2028']);
  if (name === 'file') return chance.pick([`${'a'.repeat(43)}.ics`, 'x.ics']);
  if (path.includes('/procedures/')) return chance.pick(known.procedures);
  if (path.includes('/lists/')) return chance.pick(known.lists);
  if (/absences|notifications|endpoints/.test(path)) return String(chance.int(1, method === 'GET' ? 3 : 20));
  return chance.pick(known.ids);
}

const oddWord = (chance: Chance): string => chance.pick([...ODD_TEXTS, ...ODD_DAYS, ...ODD_INSTANTS]);

/** Encodes a text for an address. Half a character has no encoding, so its bytes are written as they would be. */
function encode(text: string, chance: Chance): string {
  if (chance.hit(0.02)) return chance.pick(['%ff', '%cf%ee', '%', '%u9879', '%ed%a0%80', '%00']);
  const said = /\p{Surrogate}/u.test(text) ? '%ed%a0%80' : encodeURIComponent(text);
  return said.slice(0, 6_000);
}

/** The places in lists, as their cursors write them. */
const placesIn = (id: string): Record<string, unknown>[] => [
  { at: '2026-01-05T00:00:00.000Z', id },
  { rank: 1, since: '2026-01-05T00:00:00.000Z', id, matter: '' },
  { due: '2026-01-05', id },
  { due: '2026-01-05', since: '2026-01-05T00:00:00.000000Z', id },
  { id: '1' },
];

function cursorOf(chance: Chance, known: Known, odd: boolean): string {
  if (!odd && known.cursors.length > 0 && chance.hit(0.5)) return chance.pick(known.cursors);
  const place = chance.pick(placesIn(chance.pick(known.ids)));
  const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url').slice(0, 900);
  if (!odd) return written(place);
  return chance.pick([
    () => oddWord(chance),
    () => written(mutated(place, chance)),
    () => written({ ...place, [chance.pick(Object.keys(place))]: oddWord(chance) }),
    () =>
      written(
        Object.fromEntries(
          Object.keys(place).map((k) => [k, k === 'at' || k === 'since' ? chance.pick(ODD_INSTANTS) : place[k]]),
        ),
      ),
    () => Buffer.from('['.repeat(300)).toString('base64url'),
    () => Buffer.from([0xff, 0xfe, 0x22]).toString('base64url'),
  ])();
}

interface Body {
  headers: Record<string, string>;
  payload: Buffer;
}

function bodyFor(operation: Operation, chance: Chance, known: Known, step?: Step): Body | undefined {
  const content = operation.requestBody?.content;
  if (!content)
    return chance.hit(0.05)
      ? { headers: { 'content-type': 'application/json' }, payload: Buffer.from('{}') }
      : undefined;
  if ('multipart/form-data' in content) return formFor(operation, chance);
  const schema = step ? known.schemas[step.schema] : content['application/json']?.schema;
  let value = valueOf(schema ?? {}, chance, known);
  if (operation.path.endsWith('/clock'))
    value = { to: chance.hit(0.5) ? `${known.today}T09:00:00+08:00` : chance.pick(ODD_INSTANTS) };
  for (let changes = chance.pick([0, 0, 1, 1, 2, 4]); changes > 0; changes--) value = mutated(value, chance);
  const text = JSON.stringify(value) as string | undefined;
  return { headers: { 'content-type': typeOf(chance) }, payload: spoilt(Buffer.from(text ?? ''), chance) };
}

const typeOf = (chance: Chance): string =>
  chance.hit(0.95)
    ? 'application/json'
    : chance.pick([
        'application/json; charset=gbk',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=b',
        'application/xml',
        'x',
        '',
      ]);

/** Spoils a body as bytes, once in a while. */
function spoilt(bytes: Buffer, chance: Chance): Buffer {
  if (chance.hit(0.85)) return bytes;
  const at = chance.int(0, bytes.length);
  const around = (middle: Buffer): Buffer => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at)]);
  return chance.pick([
    () => bytes.subarray(0, at),
    () => around(GBK),
    () => around(Buffer.from([chance.int(0, 255)])),
    () => around(Buffer.from(chance.pick(['\\u0000', '\\ud800', '1e400', '{', ']', ',', '"', '//']))),
    () => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
    () => Buffer.from(bytes.toString(), 'utf16le'),
    () => Buffer.from('['.repeat(chance.pick([33, 8_000, 500_000]))),
    () => Buffer.from(`${'{"data":'.repeat(8_000)}1${'}'.repeat(8_000)}`),
    () => Buffer.from(`[${'1,'.repeat(100_000)}1]`),
    () => Buffer.alloc(chance.pick([0, 5_000, 1_048_577]), ' '),
  ])();
}

/** Writes the body of a form: a kind and a file, each of which may be odd, missing, twice or cut off. */
function formFor({ path }: Operation, chance: Chance): Body {
  const odd = (usual: string, others: readonly string[]): string => (chance.hit(0.7) ? usual : chance.pick(others));
  const part = (head: string, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), bytes, Buffer.from('\r\n')]);
  const calendar = path.includes('/calendar/');
  const name = odd(calendar ? '2027.json' : '申报表.pdf', [
    '.pdf',
    '',
    '甲\u202Efdp.pdf',
    '\u3164.pdf',
    '甲.exe',
    'a/../../b.pdf',
    '\uFFFD.pdf',
    `${'甲'.repeat(300)}.pdf`,
    '2027.xlsx',
    'a.json',
  ]);
  const content = chance.pick<() => Buffer>([
    () =>
      Buffer.from(
        calendar
          ? JSON.stringify(mutated({ source: '通知', holidays: [...ODD_DAYS], makeupWorkdays: [] }, chance))
          : '%PDF-1.4\n%%EOF\n',
      ),
    () => Buffer.from('%PDF-1.4\n%%EOF\n'),
    () => Buffer.alloc(0),
    () => GBK,
    () => Buffer.from(`PK\u0003\u0004${'x'.repeat(200)}`),
    () => Buffer.from('['.repeat(100_000)),
  ])();
  const fields = [
    part('name="kind"', chance.hit(0.1) ? GBK : Buffer.from(odd('declarationForm', ODD_TEXTS))),
    part(`name="file"; filename="${name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, ' ')}"`, content),
    ...(calendar
      ? [
          part('name="source"', Buffer.from(odd('国办发明电〔2026〕1号', ODD_TEXTS))),
          part('name="reason"', Buffer.from(odd('更正', ODD_TEXTS))),
        ]
      : []),
    ...(chance.hit(0.1)
      ? [part('name="__proto__"', Buffer.from('x')), part('name="file"; filename="b.pdf"', content)]
      : []),
  ];
  const whole = Buffer.concat([...chance.shuffled(fields).filter(() => chance.hit(0.95)), Buffer.from('--b--\r\n')]);
  return {
    headers: { 'content-type': chance.hit(0.95) ? 'multipart/form-data; boundary=b' : typeOf(chance) },
    payload: chance.hit(0.05) ? whole.subarray(0, chance.int(0, whole.length)) : whole,
  };
}
