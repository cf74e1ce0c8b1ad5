import { Sampler } from '#machines/kit/testing/sample.js';
import { FORGED, spoiled } from '#machines/kit/testing/spoil.js';
import { daysBetween } from '#machines/kit/words/dates.js';
import { archive, docx, ofd, pdf, png, windowsProgram } from '../support/sample-files.js';
import { Broken } from './door.js';
import type { Met } from './pool.js';
import { waitsOn } from './vocabulary.js';
import type { Walkers } from './walker.js';

const WEEK = 7;
const NO_CASE = '00000000-0000-7000-8000-00000000dead';
const FILES: readonly [name: string, content: Buffer][] = [
  ['a.pdf', pdf('a')],
  ['照片.png', png],
  ['b.docx', docx],
  ['c.ofd', ofd],
  ['d.zip', archive],
  ['e.pdf', windowsProgram],
  ['f.exe', windowsProgram],
  ['g.pdf', Buffer.alloc(0)],
  ['h.png', pdf('h')],
  ['../../i.pdf', pdf('i')],
  [`${'长'.repeat(300)}.pdf`, pdf('j')],
  ['noextension', pdf('k')],
  ['l.pdf.exe', pdf('l')],
];

/** Sends what nobody ought to send. Each piece knows which answers are allowed, and none may leave a trace. */
export class Mischief {
  private readonly sampler: Sampler;
  private readonly pieces: readonly (readonly [weight: number, piece: () => Promise<void>])[];

  constructor(private readonly w: Walkers) {
    this.sampler = new Sampler(w.chance);
    this.pieces = [
      [4, () => this.anybodyAnything()],
      [4, () => this.spoiledForm()],
      [2, () => this.forgedEvent()],
      [2, () => this.stale()],
      [2, () => this.unknownCase()],
      [3, () => this.upload()],
      [3, () => this.again()],
      [1, () => this.together()],
      [1, () => this.backwards()],
      [1, () => this.oddEnvelope()],
      [1, () => this.oddCreation()],
      [2, () => this.lists()],
    ];
  }

  async step(): Promise<void> {
    const [, piece] = this.w.chance.weighted(this.pieces, ([weight]) => weight);
    await piece();
  }

  private any(): Met {
    return this.w.chance.pick([...this.w.pool.cases.values()]);
  }

  /** Leaves out events that would end the case, except now and then: otherwise no case would become old. */
  private sparing(of: Met, types: readonly string[]): string[] {
    const ends = of.procedure.routes.endings(of.seen.states);
    const rest = types.filter((type) => !ends.has(type));
    return rest.length > 0 && this.w.chance.hit(0.95) ? rest : [...types];
  }

  private who(): string {
    return this.w.chance.pick(this.w.accounts).username;
  }

  /**
   * Sends any event by anybody, with a valid form. It prefers one that somebody else could send now, and a sender who
   * sees the case.
   */
  private async anybodyAnything(): Promise<void> {
    const { teller, chance, pool, accounts } = this.w;
    const of = chance.hit(0.5) ? chance.pick(pool.live().length > 0 ? pool.live() : [this.any()]) : this.any();
    const open = of.procedure.steps(of.seen.states).map((s) => s.event);
    const type = chance.pick(this.sparing(of, open.length > 0 && chance.hit(0.6) ? open : of.procedure.types()));
    const insiders = accounts.filter((a) => a.username === of.witness || waitsOn(of.seen, a)).map((a) => a.username);
    const as =
      insiders.length > 0 && chance.hit(0.5) ? chance.pick([...insiders, 'supervisor', 'data-bureau']) : this.who();
    await teller.told({ as, of, type, data: this.sampler.value(of.procedure.form(type), pool.lore(of.seen)) });
  }

  /** Sends a form with a fault. The sender is somebody to whom the event is offered, so only the form is wrong. */
  private async spoiledForm(): Promise<void> {
    const { teller, chance, pool } = this.w;
    const of = this.any();
    const as = this.who();
    const { status, body } = await teller.look(as, of.id);
    const listed = status === 200 ? (body.actions as { type: string }[]).map((a) => a.type) : [];
    const offered = chance.pick(this.sparing(of, listed.length > 0 ? listed : of.procedure.types()));
    const form = of.procedure.form(offered);
    await teller.told({
      as,
      of,
      type: offered,
      data: spoiled(form, this.sampler.value(form, pool.lore(of.seen)), chance),
    });
  }

  private async forgedEvent(): Promise<void> {
    const { teller, chance } = this.w;
    const of = this.any();
    const type = chance.pick([...FORGED, ...of.procedure.page.systemEvents.map((e) => e.type)]);
    const { status } = await teller.told({
      as: chance.hit(0.5) ? of.witness : this.who(),
      of,
      type,
      data: chance.pick([{}, undefined, null, { facts: {} }]),
    });
    if (![400, 403, 404, 409].includes(status)) throw new Broken(`the forged event ${type} was answered ${status}`);
  }

  private async stale(): Promise<void> {
    const { door, teller, chance } = this.w;
    const of = this.any();
    const before = await teller.look(of.witness, of.id);
    const { seq } = before.body as { seq: number };
    const expectedSeq = chance.pick([0, seq - 1, seq + 1, seq + 1000]);
    const type = chance.pick(of.procedure.types());
    const { status, body } = await door.ask({
      as: of.witness,
      method: 'POST',
      path: `/api/v1/cases/${of.id}/events`,
      body: { type, data: {}, expectedSeq },
    });
    if (status !== 409 || body.code !== 'stale' || body.seq < seq)
      throw new Broken(`expectedSeq ${expectedSeq} at ${seq} was answered ${status} ${JSON.stringify(body)}`);
    await teller.untouched(of.witness, of, before, 'a stale event');
  }

  private async unknownCase(): Promise<void> {
    const { door, chance } = this.w;
    const id = chance.pick([
      NO_CASE,
      'not-an-id',
      '1',
      '%00',
      '..',
      `${NO_CASE}x`,
      '__proto__',
      '%F0%9F%98%80',
      'a'.repeat(300),
    ]);
    const [method, tail] = chance.pick([
      ['GET', ''],
      ['GET', '/history'],
      ['GET', '/documents'],
      ['GET', '/deadlines'],
      ['POST', '/events'],
    ] as const);
    const { status } = await door.ask({
      as: this.who(),
      method,
      path: `/api/v1/cases/${id}${tail}`,
      ...(method === 'POST' ? { body: { type: chance.pick(FORGED), data: {} } } : {}),
    });
    // `..` is an address of its own. A malformed address is refused as such.
    if (status !== 404 && status !== 400 && id !== '..') throw new Broken(`case ${id}${tail} was answered ${status}`);
  }

  private async upload(): Promise<void> {
    const { door, teller, chance } = this.w;
    const of = this.any();
    const as = chance.hit(0.6) ? of.witness : this.who();
    const before = await teller.look(as, of.id);
    const raw = new FormData();
    const [name, content] = chance.pick(FILES);
    const kinds = of.procedure.page.documents.map((d) => d.kind);
    if (chance.hit(0.95))
      raw.set('kind', chance.hit(0.8) ? (kinds.length > 0 ? chance.pick(kinds) : 'no-such-kind') : chance.pick(FORGED));
    if (chance.hit(0.95)) raw.set('file', new Blob([new Uint8Array(content)]), name);
    const { status, body } = await door.ask({ as, method: 'POST', path: `/api/v1/cases/${of.id}/documents`, raw });
    if (before.status === 404 && status !== 404)
      throw new Broken(`a document for a case that ${as} may not see was answered ${status}`);
    if (status === 201) {
      const after = await teller.look(as, of.id);
      if (!(after.body.documents as { id: string }[]).some((d) => d.id === body.id))
        throw new Broken(`document ${body.id} was taken and is not there`);
    } else {
      await teller.untouched(as, of, before, `a document ${name}, answered ${status},`);
    }
  }

  /** Sends a key again: the same request gets the same answer, another request gets none. */
  private async again(): Promise<void> {
    const { door, teller, chance, pool } = this.w;
    const kept = teller.said.filter(({ on }) => daysBetween(on, pool.today) < WEEK);
    if (kept.length === 0) return;
    const { as, path, key, body, status, text } = chance.pick(kept);
    const headers = { 'idempotency-key': key };
    const same = await door.ask({ as, method: 'POST', path, body, headers });
    if (same.status !== status || same.text !== text)
      throw new Broken(`key ${key} was answered ${status} ${text} and again ${same.status} ${same.text}`);
    const other = { ...(body as object), data: { other: chance.int(0, 9) } };
    const differs = await door.ask({ as, method: 'POST', path, body: other, headers });
    if (differs.status !== 409 || differs.body.code !== 'key-reused')
      throw new Broken(`key ${key} with another body was answered ${differs.status} ${differs.text}`);
  }

  /** Sends several events at the same moment from the same seq. At most one of them may win. */
  private async together(): Promise<void> {
    const { door, teller, chance, pool } = this.w;
    const of = this.any();
    const { body } = await teller.look(of.witness, of.id);
    const offered = (body.actions as { type: string; allowed: boolean }[]).filter((a) => a.allowed).map((a) => a.type);
    if (offered.length === 0) return;
    const type = chance.pick(this.sparing(of, offered));
    const data = this.sampler.value(of.procedure.form(type), pool.lore(of.seen));
    const ask = {
      as: of.witness,
      method: 'POST',
      path: `/api/v1/cases/${of.id}/events`,
      body: { type, data, expectedSeq: body.seq as number },
    } as const;
    const answers = await Promise.all(Array.from({ length: 4 }, () => door.ask(ask)));
    const won = answers.filter((a) => a.status === 200);
    if (won.length > 1) throw new Broken(`${type} was accepted ${won.length} times at seq ${body.seq}`);
    const after = await teller.look(of.witness, of.id);
    if (after.body.seq !== (body.seq as number) + won.length)
      await teller.explained(of, body.seq as number, won.length, type);
    for (const { status, body: said } of answers)
      if (status === 409 && said.code !== 'stale')
        throw new Broken(`${type} sent four times at once was answered ${said.code}`);
  }

  private async backwards(): Promise<void> {
    const { door, chance, pool } = this.w;
    const to = chance.pick([
      '2020-01-01T00:00:00+08:00',
      'tomorrow',
      '2026-02-30T00:00:00+08:00',
      1e308,
      null,
      '+275760-09-13T00:00:00.000Z',
      '9999-99-99T00:00:00Z',
    ]);
    const { status } = await door.ask({ as: 'admin', method: 'POST', path: '/api/v1/clock', body: { to } });
    if (status !== 400) throw new Broken(`the clock was sent to ${String(to)} and answered ${status}`);
    const other = await door.ask({
      as: this.who(),
      method: 'POST',
      path: '/api/v1/clock',
      body: { to: `${pool.today}T00:00:00+08:00` },
    });
    if (other.status !== 403 && other.status !== 400)
      throw new Broken(`a clock moved by anybody was answered ${other.status}`);
  }

  private async oddEnvelope(): Promise<void> {
    const { door, teller, chance } = this.w;
    const of = this.any();
    const before = await teller.look(of.witness, of.id);
    const raw = chance.pick([
      '{"type":',
      '[]',
      'null',
      '"x"',
      '{}',
      '{"type":1}',
      '{"type":"","data":{}}',
      '{"type":"x","data":{},"more":1}',
      '{"type":"x","expectedSeq":1.5}',
      '{"type":"x","expectedSeq":-1}',
      '{"type":"x\\u0000"}',
      `{"type":"${'x'.repeat(101)}"}`,
      '{"__proto__":{"type":"x"}}',
      `{"type":"x","data":"${'x'.repeat(2_000_000)}"}`,
    ]);
    const key: Record<string, string> = chance.hit(0.3)
      ? { 'idempotency-key': chance.pick(['a b', 'x'.repeat(300), ' ']) }
      : {};
    const { status } = await door.ask({
      as: of.witness,
      method: 'POST',
      path: `/api/v1/cases/${of.id}/events`,
      raw,
      headers: key,
    });
    if (status !== 400 && status !== 413) throw new Broken(`the envelope ${raw.slice(0, 60)} was answered ${status}`);
    await teller.untouched(of.witness, of, before, 'an odd envelope');
  }

  private async oddCreation(): Promise<void> {
    const { door, chance, pool, procedures } = this.w;
    const procedure = chance.pick([...procedures.values()]);
    const schema = procedure.page.creation.payloadSchema;
    const id = chance.hit(0.7) ? procedure.page.id : chance.pick([...FORGED, '', 'x'.repeat(200)]);
    const data = spoiled(schema, this.sampler.value(schema, pool.lore()), chance);
    const as = this.who();
    const answer = await door.ask({ as, method: 'POST', path: '/api/v1/cases', body: { procedure: id, data } });
    if (answer.status === 201) pool.note(answer.body, as);
    else if (![400, 403, 422].includes(answer.status))
      throw new Broken(`an odd creation was answered ${answer.status}`);
  }

  private async lists(): Promise<void> {
    const { door, chance } = this.w;
    const path = chance.pick([
      '/api/v1/cases?limit=5',
      '/api/v1/cases?light=red',
      '/api/v1/cases?light=purple',
      '/api/v1/cases?cursor=forged',
      '/api/v1/cases?limit=0',
      '/api/v1/cases?limit=1e9',
      '/api/v1/cases?q=%25_%27%22',
      '/api/v1/cases?q=%00',
      '/api/v1/cases?stage=__proto__',
      '/api/v1/cases?unit=%F0%9F%98%80',
      '/api/v1/tasks',
      '/api/v1/tasks?limit=x',
      '/api/v1/supervision/stuck',
      '/api/v1/supervision/stuck?kind=overdue',
      '/api/v1/supervision/stuck?cursor=x',
      '/api/v1/notifications',
      '/api/v1/notifications?limit=-1',
      '/api/v1/procedures/none',
      '/api/v1/clauses',
      '/api/v1/clock',
      '/api/v1/me',
    ]);
    const { status } = await door.ask({ as: chance.hit(0.95) ? this.who() : null, method: 'GET', path });
    if (![200, 400, 401, 403, 404].includes(status)) throw new Broken(`${path} was answered ${status}`);
  }
}
