import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import type { AppConfig } from '#src/config.js';
import { Client } from './support/client.js';
import * as sample from './support/sample-files.js';
import { startApp, type RunningApp } from './support/start-app.js';

const MEGABYTE = 1024 * 1024;
const MAX = 8 * MEGABYTE;

let running: RunningApp;
let app: RunningApp['app'];
let config: AppConfig;
let url: string;
let token: string;
let tokenOf: (username: string) => Promise<string>;
let CASE: string;
let CLOSED_CASE: string;

beforeAll(async () => {
  running = await startApp({ maxUploadBytes: MAX });
  ({ app, config, url } = running);
  const client = new Client(url);
  tokenOf = (username) => client.token(username);
  token = await tokenOf('county-hospital');
  const aCase = async (title: string): Promise<string> =>
    (await client.create('county-hospital', 'project', declarationOf(title, 100_000_000))).body.id;
  CASE = await aCase('县医院信息平台');
  CLOSED_CASE = await aCase('不再需要的平台');
  const withdrawn = await client.send('county-hospital', CLOSED_CASE, 'withdraw', { reason: '合并到另一项目' });
  expect([withdrawn.status, withdrawn.text]).toEqual([200, expect.any(String)]);
});
afterAll(() => running?.close());

interface Sent {
  kind?: string;
  name?: string;
  content?: Buffer;
  fileFirst?: boolean;
  to?: string;
  as?: string;
}

function upload({
  kind = 'contract',
  name = '合同.pdf',
  content = sample.pdf(),
  fileFirst = false,
  to = CASE,
  as = token,
}: Sent): Promise<Response> {
  const form = new FormData();
  if (!fileFirst) form.append('kind', kind);
  form.append('file', new Blob([Uint8Array.from(content)]), name);
  if (fileFirst) form.append('kind', kind);
  return fetch(`${url}/api/v1/cases/${to}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body: form,
  });
}

const get = (rest: string, as = token): Promise<Response> =>
  fetch(`${url}/api/v1/cases/${rest}`, { headers: { authorization: `Bearer ${as}` } });

/** Returns every file in the folder of documents, finished or not. */
async function files(): Promise<string[]> {
  const entries = await fs.readdir(config.documentsDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath, e.name))
    .sort();
}

/** Runs something that must be refused and leave nothing behind. */
async function refused(run: () => Promise<Response>, status: number, problem: object): Promise<void> {
  const before = await files();
  const response = await run();
  const body = await response.json();
  expect([response.status, body]).toEqual([status, expect.objectContaining({ status, ...problem })]);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await files()).toEqual(before);
}

describe('uploading a document', () => {
  it('keeps it whole, under its Chinese name, and gives it back as it was', async () => {
    const content = sample.pdf('青阳');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const response = await upload({ content, name: '县人民医院 信息化合同(终稿).pdf' });
    const body = (await response.json()) as { id: string };
    expect([response.status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        kind: 'contract',
        name: '县人民医院 信息化合同(终稿).pdf',
        mediaType: 'application/pdf',
        sha256,
        size: content.length,
        uploadedBy: 'county-hospital',
        uploadedAt: expect.stringMatching(/\+08:00$/),
      },
    ]);

    const download = await get(`${CASE}/documents/${body.id}`);
    expect(download.status).toBe(200);
    expect(Buffer.from(await download.arrayBuffer()).equals(content)).toBe(true);
    expect(download.headers.get('content-type')).toBe('application/pdf');
    expect(download.headers.get('content-length')).toBe(String(content.length));
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
    const disposition = download.headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="document\.pdf"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe('县人民医院 信息化合同(终稿).pdf');

    expect(await (await get(`${CASE}/documents`)).json()).toContainEqual(body);
  });

  it('takes kind and file in either order', async () => {
    expect((await upload({ fileFirst: true })).status).toBe(201);
    expect((await upload({ fileFirst: false })).status).toBe(201);
  });

  it('takes one of several megabytes, up to the limit itself', async () => {
    const content = Buffer.concat([sample.pdf(), Buffer.alloc(MAX - sample.pdf().length, 'x')]);
    const response = await upload({ content });
    expect([response.status, await response.json()]).toEqual([201, expect.objectContaining({ size: MAX })]);
  });

  it.each([
    ['合同.pdf', sample.pdf()],
    ['批复.ofd', sample.ofd],
    ['方案.docx', sample.docx],
    ['清单.xlsx', sample.xlsx],
    ['汇报.pptx', sample.pptx],
    ['方案.doc', sample.compound],
    ['清单.xls', sample.compound],
    ['方案.wps', sample.compound],
    ['清单.et', sample.compound],
    ['合同.pdf', Buffer.concat([Buffer.from('\r\n'), sample.pdf()])],
    ['合同.pdf', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), sample.pdf()])],
    ['合同.pdf', Buffer.concat([Buffer.alloc(1_023, ' '), sample.pdf()])],
    ['方案.doc', sample.rtf],
    ['方案.doc', sample.docx],
    ['方案.wps', sample.docx],
    ['清单.et', sample.xlsx],
    ['方案.rtf', sample.rtf],
    ['照片.heic', sample.heic],
    ['照片.HEIF', sample.heic],
    ['方案.docx', sample.zip({ 'word/document.xml': '<x/>', '[Content_Types].xml': '<x/>' }, { deflated: true })],
    ['批复.ofd', sample.zip({ 'Doc_0/Document.xml': '<x/>', './OFD.xml': '<x/>' }, { deflated: true })],
    ['说明.txt', Buffer.from('\ufeff记事本存为 Unicode', 'utf16le')],
    ['说明.txt', Buffer.from('讲 %PDF- 的文字')],
    ['扫描件.jpg', sample.jpg],
    ['扫描件.JPEG', sample.jpg],
    ['扫描件.png', sample.png],
    ['扫描件.tif', sample.tif],
    ['附件.zip', sample.archive],
    ['说明.txt', Buffer.from('BM 表头也是文字')],
    ['清单.csv', Buffer.from('c3fbb3c62cbcdbb8f10a', 'hex')],
  ])('takes %s', async (name, content) => expect((await upload({ name, content })).status).toBe(201));

  it.each([
    ['a program', '安装.exe', sample.windowsProgram],
    ['a web page', '说明.html', Buffer.from('<script>alert(1)</script>')],
    ['a drawing that can run scripts', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a name without an extension', '合同', sample.pdf()],
    ['a program called a contract', '合同.pdf', sample.windowsProgram],
    ['a program that holds the letters of a PDF', '合同.pdf', Buffer.concat([sample.windowsProgram, sample.pdf()])],
    ['a PDF that begins too late for its readers', '合同.pdf', Buffer.concat([Buffer.alloc(1_024, ' '), sample.pdf()])],
    ['a program called a photo', '照片.heic', sample.windowsProgram],
    ['a photo of a phone called otherwise', '照片.png', sample.heic],
    ['any zip called an old Word file', '方案.wps', sample.archive],
    ['a workbook called an old Word file', '方案.doc', sample.xlsx],
    ['half a Word file', '方案.docx', sample.docx.subarray(0, 200)],
    ['an OFD that only mentions its entry', '批复.ofd', sample.zip({ 'a.txt': 'OFD.xml' })],
    ['half characters called a text', '说明.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41])],
    ['a picture called a contract', '合同.pdf', sample.png],
    ['a contract called a text', '合同.txt', sample.pdf()],
    ['any zip called a Word file', '方案.docx', sample.archive],
    ['any zip called an OFD', '批复.ofd', sample.archive],
    ['bytes called a text', '说明.txt', Buffer.from([1, 2, 0, 255])],
  ])('refuses %s', async (_, name, content) =>
    refused(() => upload({ name, content }), 415, {
      code: 'unsupported-type',
      accepted: expect.arrayContaining(['pdf', 'ofd']),
    }),
  );

  it('refuses a kind that the procedure does not have, and lists those it has', async () => {
    for (const kind of ['diary', 'toString', '']) {
      await refused(() => upload({ kind }), 400, {
        code: 'invalid-payload',
        errors: [expect.objectContaining({ pointer: '/kind' })],
      });
    }
    const body = (await (await upload({ kind: 'diary' })).json()) as { errors: { message: string }[] };
    expect(body.errors[0]!.message).toContain('contract(合同文本)');
  });

  it('refuses an empty file', async () =>
    refused(() => upload({ content: Buffer.alloc(0) }), 400, {
      code: 'invalid-payload',
      errors: [expect.objectContaining({ pointer: '/file' })],
    }));

  it('says what is missing, and what is too much', async () => {
    const send = (form: FormData): Promise<Response> =>
      fetch(`${url}/api/v1/cases/${CASE}/documents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
    await refused(() => send(new FormData()), 400, { code: 'invalid-payload' });
    const onlyKind = new FormData();
    onlyKind.append('kind', 'contract');
    await refused(() => send(onlyKind), 400, { errors: [{ pointer: '/file', message: expect.any(String) }] });
    const two = new FormData();
    two.append('kind', 'contract');
    two.append('file', new Blob([Uint8Array.from(sample.pdf())]), 'a.pdf');
    two.append('file', new Blob([Uint8Array.from(sample.pdf())]), 'b.pdf');
    await refused(() => send(two), 400, { errors: [{ pointer: '/file', message: '一次只能上传一份材料。' }] });
  });

  it('refuses a body that is no multipart', async () => {
    const send = (type: string, body: string): Promise<Response> =>
      fetch(`${url}/api/v1/cases/${CASE}/documents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      });
    await refused(() => send('application/json', '{}'), 400, { code: 'invalid-payload' });
    await refused(() => send('multipart/form-data; boundary=x', '--x\r\nnonsense'), 400, { code: 'invalid-payload' });
    await refused(() => send('multipart/form-data', 'nonsense'), 400, { code: 'invalid-payload' });
  });

  it('takes nothing for a case that has ended', async () =>
    refused(() => upload({ to: CLOSED_CASE }), 409, { code: 'not-applicable' }));
});

describe('an upload that is too large', () => {
  it('one byte over the limit is refused', async () => {
    const content = Buffer.concat([sample.pdf(), Buffer.alloc(MAX - sample.pdf().length + 1, 'x')]);
    await refused(() => upload({ content }), 413, { code: 'too-large', maxBytes: MAX });
  });

  it('300 MB that announce their length end in a clean answer', async () => {
    await refused(() => sendBig(300, 'announced'), 413, { code: 'too-large', maxBytes: MAX });
    await refused(() => sendBig(300, 'announced', '合同.pdf', 'close'), 413, { code: 'too-large', maxBytes: MAX });
  }, 30_000);

  it('300 MB that come in chunks of unknown number end in a clean answer', async () => {
    await refused(() => sendBig(300, 'chunked'), 413, { code: 'too-large', maxBytes: MAX });
  }, 30_000);

  it('300 MB of a kind we do not take end in a clean answer', async () => {
    await refused(() => sendBig(300, 'chunked', '录像.mp4'), 415, { code: 'unsupported-type' });
  }, 30_000);
});

describe('a sender who hangs up half-way', () => {
  it('leaves nothing behind', async () => {
    const before = await files();
    await new Promise<void>((resolve) => {
      const { head } = around('合同.pdf');
      const sending = request(`${url}/api/v1/cases/${CASE}/documents`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': String(4 * MEGABYTE),
        },
      });
      sending.on('error', () => resolve());
      sending.write(Buffer.concat([head, sample.pdf(), Buffer.alloc(MEGABYTE, 'x')]), () =>
        setTimeout(() => sending.destroy(new Error('gone')), 100),
      );
    });
    await eventually(async () => expect(await files()).toEqual(before));
    expect((await upload({})).status).toBe(201);
  });
});

describe('a person', () => {
  it('sees the documents of the cases they may see; others are told that these do not exist', async () => {
    const { id } = (await (await upload({})).json()) as { id: string };
    const other = await tokenOf('education');
    for (const rest of [`${CASE}/documents`, `${CASE}/documents/${id}`]) {
      expect((await get(rest)).status).toBe(200);
      expect((await get(rest, other)).status).toBe(404);
      expect((await get(rest, 'nobody')).status).toBe(401);
    }
    await refused(() => upload({ as: other }), 404, { code: 'not-found' });
    await refused(() => upload({ as: 'nobody' }), 401, { code: 'unauthenticated' });
  });

  it('does not reach a document through another case, nor by a malformed id', async () => {
    const { id } = (await (await upload({})).json()) as { id: string };
    for (const rest of [
      `${CLOSED_CASE}/documents/${id}`,
      `${CASE}/documents/${randomUUID()}`,
      `${CASE}/documents/1`,
      'nothing/documents',
      `${CASE}/documents/..%2f..%2fetc`,
    ]) {
      expect([rest, (await get(rest)).status]).toEqual([rest, 404]);
    }
  });
});

describe('the table of documents', () => {
  it('only ever grows', async () => {
    await upload({});
    const dataSource = app.get(DataSource);
    await expect(dataSource.query(`update documents set kind = 'other'`)).rejects.toThrow('never changed');
    await expect(dataSource.query('delete from documents')).rejects.toThrow('never changed');
  });

  it('names an existing file in each of its rows, and the folder holds no other', async () => {
    const rows = (await app.get(DataSource).query('select storage_key from documents')) as { storage_key: string }[];
    expect(rows.map((r) => path.join(config.documentsDir, r.storage_key)).sort()).toEqual(await files());
  });
});

const around = (name: string) => ({
  head: Buffer.from(
    `--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncontract\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
  ),
  tail: Buffer.from('\r\n--b--\r\n'),
});

/** Sends this number of megabytes without ever holding them in memory. */
function sendBig(
  megabytes: number,
  how: 'announced' | 'chunked',
  name = '合同.pdf',
  connection = 'keep-alive',
): Promise<Response> {
  const { head, tail } = around(name);
  const block = Buffer.alloc(MEGABYTE, 'x');
  const length = head.length + megabytes * MEGABYTE + tail.length;
  return new Promise((resolve, reject) => {
    const sending = request(
      `${url}/api/v1/cases/${CASE}/documents`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          connection,
          'content-type': 'multipart/form-data; boundary=b',
          ...(how === 'announced' ? { 'content-length': String(length) } : { 'transfer-encoding': 'chunked' }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve(
            new Response(Buffer.concat(parts).toString(), {
              status: answer.statusCode!,
              headers: { 'content-type': answer.headers['content-type']! },
            }),
          ),
        );
      },
    );
    sending.on('error', reject);
    sending.write(head);
    let sent = 0;
    const more = (): void => {
      while (sent < megabytes) {
        sent++;
        if (!sending.write(block)) {
          sending.once('drain', more);
          return;
        }
      }
      sending.end(tail);
    };
    more();
  });
}

async function eventually(check: () => Promise<void>, tries = 50): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    await eventually(check, tries - 1);
  }
}
