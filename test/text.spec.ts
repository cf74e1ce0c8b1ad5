import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { FoundBy0000000000018 } from '#src/persistence/migrations/0018-found-by.js';
import { searchForm } from '#machines/kit/words/search-form.js';
import { Client } from './support/client.js';
import { startApp, type RunningApp } from './support/start-app.js';

/** 项目 in GBK. */
const GBK = Buffer.from([0xcf, 0xee, 0xc4, 0xbf]);

const ODD =
  "Ｏ型（旧）e\u0301\u200B［｛〈《「『【〔〖〘〚〝」』】〕〗〙〛〞］｝〉》«‘’“”»‹›' ‐‒–—―−〜\uFF0D\u3000\u00A0\uFE0F\u{E0100}①ｶﾞ№㎡Ⅷ";

describe('texts that people hand in', () => {
  let app: RunningApp;
  let client: Client;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    client = new Client(app.url);
    id = (await client.create('education', 'project', declarationOf('材料', 100_000_000))).body.id;
  });
  afterAll(() => app.close());

  const declare = (title: string, more: object = {}) =>
    client.create('education', 'project', { ...declarationOf(title, 100_000_000), ...more });

  const post = async (path: string, body: Buffer, type: string) => {
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await client.token('education')}`, 'content-type': type },
      body: new Uint8Array(body),
    });
    return { status: response.status, text: await response.text() };
  };

  it.each([
    ['no visible character', '\u200B', '不能为空'],
    ['a filler', '\u3164', '看不见的字符(U+3164)'],
    ['blank Braille', '\u2800', '看不见的字符(U+2800)'],
    ['a soft hyphen', '\u00AD', '不能为空'],
    ['a variation selector', '\uFE0F', '看得见的字'],
    ['a direction', '甲\u202E乙', '改变文字方向的字符(U+202E)'],
    ['two lines', '甲\n乙', '只能写一行'],
    ['a tab', '甲\t乙', '控制字符(U+0009)'],
    ['no character', '甲\uFFFF', '不表示任何文字的编码(U+FFFF)'],
    ['what another charset left', '甲\uFFFD', '无法辨认的字符(U+FFFD)'],
  ])('a title of %s is refused with a sentence, and nothing is kept', async (_name, title, says) => {
    const before = (await client.get('education', '/api/v1/cases')).body.items.length;
    const answer = await declare(title);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ pointer: '/data/title', message: expect.stringContaining(says) }],
    ]);
    expect((await client.get('education', '/api/v1/cases')).body.items).toHaveLength(before);
  });

  it('a title has one form, and a description has its lines', async () => {
    const { status, body } = await declare('  Cafe\u0301\u200B平台 ', { content: '一、甲\r\n二、乙' });
    expect([status, body.title]).toEqual([201, 'Café平台']);
    const [row] = (await client.get('education', `/api/v1/cases/${body.id}/history`)).body;
    expect(row.data).toMatchObject({ title: 'Café平台', content: '一、甲\n二、乙' });
  });

  it('bytes of another charset are kept nowhere: a body, a field of a form, the name of a file', async () => {
    const { data } = { data: declarationOf('XX', 100_000_000) };
    const [before, after] = JSON.stringify({ procedure: 'project', data }).split('XX');
    const body = await post(
      '/api/v1/cases',
      Buffer.concat([Buffer.from(before!), GBK, Buffer.from(after!)]),
      'application/json',
    );
    expect([body.status, body.text]).toEqual([400, expect.stringContaining('不是UTF-8编码')]);
    const declared = await post('/api/v1/cases', Buffer.from('{}'), 'application/json; charset=gbk');
    expect(declared.status).toBe(415);

    const form = (kind: Buffer, name: Buffer, type = 'text/plain') =>
      Buffer.concat([
        Buffer.from(`--b\r\nContent-Disposition: form-data; name="kind"\r\nContent-Type: ${type}\r\n\r\n`),
        kind,
        Buffer.from('\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="'),
        name,
        Buffer.from('"\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n'),
      ]);
    const upload = (bytes: Buffer) => post(`/api/v1/cases/${id}/documents`, bytes, 'multipart/form-data; boundary=b');
    const kind = Buffer.from('declarationForm');
    expect((await upload(form(kind, Buffer.from('申报表.pdf')))).status).toBe(201);
    for (const [bytes, says] of [
      [form(GBK, Buffer.from('a.pdf')), '不是UTF-8编码'],
      [form(GBK, Buffer.from('a.pdf'), 'text/plain; charset=gbk'), '不是UTF-8编码'],
      [form(GBK, Buffer.from('a.pdf'), 'text/plain; charset=iso-8859-1'), '不是UTF-8编码'],
      [form(Buffer.from('['.repeat(60_000)), Buffer.from('a.pdf'), 'application/json'), '没有这种材料'],
      [form(kind, Buffer.concat([GBK, Buffer.from('.pdf')])), '无法辨认的字符'],
      [form(kind, Buffer.from('.pdf')), '只有扩展名'],
      [form(kind, Buffer.from('合同\u202efdp.pdf')), '改变文字方向的字符'],
    ] as const) {
      const answer = await upload(bytes);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(says)]);
    }
    expect((await client.get('education', `/api/v1/cases/${id}/documents`)).body).toHaveLength(1);
  });

  it('a search finds what is meant, however it is typed, in every list', async () => {
    const mine = (await declare('ＡＩ平台（一期）E\u0301cole')).body.id;
    const found = async (who: string, path: string, q: string): Promise<string[]> => {
      const { body } = await client.get(who, `/api/v1/${path}?q=${encodeURIComponent(q)}&limit=200`);
      return body.items.map((item: { id?: string; case?: { id: string } }) => item.case?.id ?? item.id);
    };
    for (const q of [
      'AI平台(一期)',
      'ａｉ平台',
      'Ai平台【一期】',
      'ÉCOLE',
      'e\u0301cole',
      '（一期）',
      '平台 ( 一期',
      'AI\u200B平台',
    ])
      expect([q, await found('education', 'cases', q)]).toEqual([q, [mine]]);
    const { number } = (await client.get('education', `/api/v1/cases/${mine}`)).body;
    expect(await found('education', 'cases', number.toLowerCase())).toEqual([mine]);
    for (const q of ['AI平台(二期)', 'AI平台)一期(', '%', '_'])
      expect([q, await found('education', 'cases', q)]).toEqual([q, []]);
    expect(await found('supervisor', 'supervision/stuck', 'ai平台(一期)')).toEqual(
      await found('supervisor', 'supervision/stuck', 'ＡＩ平台（一期）'),
    );
    const people = async (q: string) =>
      (await client.get('education', `/api/v1/directory?q=${encodeURIComponent(q)}`)).body.units.length;
    expect(await people('ＥＤＵＣＡＴＩＯＮ')).toBe(await people('education'));
    expect(await people('ＥＤＵＣＡＴＩＯＮ')).toBeGreaterThan(0);
  });

  it('an older row gets the form in which it is searched', async () => {
    const db = app.app.get(DataSource);
    const old = (await declare('Ｏ型（旧）')).body.id;
    await db.query('update cases set found_by = null where id = $1', [old]);
    const found = async (q: string) =>
      (await client.get('education', `/api/v1/cases?q=${encodeURIComponent(q)}`)).body.items.length;
    expect([await found('Ｏ型'), await found('o型(旧)')]).toEqual([0, 0]);
    await db.query('alter table cases drop column found_by');
    await db.query('update cases set title = $2 where id = $1', [old, ODD]);
    await new FoundBy0000000000018().up(db.createQueryRunner());
    const rows: { title: string; number: string; found_by: string }[] = await db.query('select * from cases');
    for (const { title, number, found_by } of rows) expect(found_by).toBe(`${searchForm(title)} ${searchForm(number)}`);
    expect([await found('Ｏ型'), await found('o型(旧)')]).toEqual([1, 1]);
  });

  it('a name to sign in with has one spelling', async () => {
    for (const username of ['education ', 'edu\u200Bcation', '\u3164', 'education\n']) {
      const response = await fetch(`${app.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'demo-education' }),
      });
      expect([username, response.status]).toEqual([username, 400]);
    }
  });
});
