import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { badWorkbooks } from './support/bad-workbooks.js';
import { Client } from './support/client.js';
import { notice2027 } from './support/notice-2027.js';
import { startApp, type RunningApp } from './support/start-app.js';

/** It keeps a processor busy for a while. */
const depth = depthFrom(process.env.DEPTH);
const itDeep = depth.of(it.skip, it);

type Cell = string | number | Date | null;

let app: RunningApp;
let client: Client;
beforeAll(async () => {
  app = await startApp({ clock: 'simulated', clockStart: '2026-12-01' });
  client = new Client(app.url);
});
afterAll(() => app?.close());

const workbook = (rows: readonly (readonly Cell[])[]): Promise<Buffer> =>
  writeExcelFile(
    rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value)),
    ),
  ).toBuffer();

async function template(year: number): Promise<Cell[][]> {
  const answer = await fetch(`${app.url}/api/v1/calendar/${year}/template.xlsx`, {
    headers: { authorization: `Bearer ${await client.token('admin')}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`calendar-${year}.xlsx`);
  return (await readSheet(Buffer.from(await answer.arrayBuffer()))) as unknown as Cell[][];
}

async function send(
  file: Buffer | string,
  { name = '2027.xlsx', year = 2027, who = 'admin', query = '', ...fields }: Record<string, string | number> = {},
) {
  const form = new FormData();
  for (const [key, value] of Object.entries({ source: notice2027.source, ...fields }))
    if (value !== '') form.set(key, String(value));
  form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), String(name));
  const answer = await fetch(`${app.url}/api/v1/calendar/${year}/file${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await client.token(String(who))}` },
    body: form,
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
  return { status: answer.status, body: (await answer.json()) as any };
}

const rowsOf = ({ holidays, makeupWorkdays }: Pick<typeof notice2027, 'holidays' | 'makeupWorkdays'>): Cell[][] => [
  ['日期', '类型', '备注'],
  ...holidays.map((day) => [day, '休', null]),
  ...makeupWorkdays.map((day) => [day, '班', null]),
];

describe('a year as a workbook', () => {
  it('goes out as it is known, day by day', async () => {
    const rows = await template(2026);
    expect(rows[0]).toEqual(['日期', '类型', '备注']);
    expect(rows.slice(1, 5)).toEqual([
      [new Date('2026-01-01'), '休', '星期四'],
      [new Date('2026-01-02'), '休', '星期五'],
      [new Date('2026-01-03'), '休', '星期六'],
      [new Date('2026-01-04'), '班', '星期日'],
    ]);
    expect(rows).toHaveLength(1 + 33 + 6);
  });

  it('comes back unchanged, and has moved nothing', async () => {
    const { source } = (await client.get('admin', '/api/v1/calendar/2026')).body;
    const { status, body } = await send(await workbook(await template(2026)), { year: 2026, source });
    expect([status, body.changed]).toEqual([200, false]);
  });

  it('comes back edited: dates as cells or as text, columns in another order, empty rows between', async () => {
    const [, ...known] = await template(2027);
    const rows = [
      ['备注', '类型', '日期'],
      ...known.map(([day, kind]) => ['', kind!, day!]),
      [null, null, null],
      ['春节', '休', '2027/2/9'],
      ['春节', '休', '2027年2月10日'],
      ['春节', '休', 20270211],
      [null, '班', 46438],
    ];
    const { status, body } = await send(await workbook(rows), { query: '?dryRun=true' });
    expect([status, body.message]).toEqual([200, '如导入2027年的日历，没有期限受影响。']);
    expect(body.days).toEqual({
      holidaysAdded: ['2027-02-09', '2027-02-10', '2027-02-11'],
      holidaysRemoved: [],
      makeupWorkdaysAdded: ['2027-02-20'],
      makeupWorkdaysRemoved: [],
    });
    expect((await client.get('admin', '/api/v1/calendar/2027')).body.status).toBe('estimated');
    expect((await send(await workbook(rows))).body.changed).toBe(true);
    expect((await client.get('admin', '/api/v1/calendar/2027')).body).toMatchObject({
      status: 'published',
      source: notice2027.source,
      makeupWorkdays: ['2027-02-20'],
    });
  });

  it('may be a JSON file as well; the reason for a correction comes beside it', async () => {
    // Some editors save the file with a byte order mark before the first character.
    const json = `\uFEFF${JSON.stringify(notice2027)}`;
    expect((await send(json, { name: '通知.JSON', source: '' })).body.errors).toEqual([
      { pointer: '/reason', message: '2027年的日历已经公布，更正须填写理由。' },
    ]);
    expect((await send(json, { name: '通知.JSON', source: '', reason: '漏填了调休' })).body).toMatchObject({
      changed: true,
      statusBefore: 'published',
    });
    expect((await client.get('audit', '/api/v1/audit')).body.items[0].detail.reason).toBe('漏填了调休');
  });
});

describe('a wrong file', () => {
  it('that has its days on another sheet is told only that', async () => {
    const { body } = await send(
      await writeExcelFile([
        { data: [['说明']], sheet: '说明' },
        { data: rowsOf(notice2027).map((row) => row.map(String)), sheet: '节假日' },
      ]).toBuffer(),
    );
    expect(body.errors).toEqual([
      { pointer: '/rows/1', message: '第1行：缺少“日期”“类型”列，请用下载的模板填写，日历放在第一个工作表中。' },
    ]);
  });

  it('is told its faults by row, all at once', async () => {
    const rows = rowsOf(notice2027);
    rows[1] = ['2027-13-01', '休', null];
    rows[3] = ['2026-02-06', '休', null];
    rows[5] = ['2027-02-08', '放假', null];
    rows.push([rows[6]![0]!, '休', null], ['2027-06-02', '班', null]);
    const { status, body } = await send(await workbook(rows), { source: '', reason: '更正' });
    expect(status).toBe(400);
    const at = Object.fromEntries(body.errors.map((e: { pointer: string; message: string }) => [e.pointer, e.message]));
    expect(Object.keys(at).sort()).toEqual(['', '/rows/2', '/rows/31', '/rows/32', '/rows/4', '/rows/6', '/source']);
    expect(at['/rows/2']).toBe('第2行：“2027-13-01”不是一个日期，请把单元格设为日期格式，或者写成YYYY-MM-DD。');
    expect(at['/rows/4']).toBe('第4行：2026-02-06不是2027年的日期。');
    expect(at['/rows/6']).toBe('第6行：类型“放假”只能填“休”或者“班”。');
    expect(at['/rows/31']).toBe('第31行：2027-02-09重复，前面第7行已有。');
    expect(at['/rows/32']).toContain('星期三');
    expect(at['']).toContain('没有元旦');
  });

  const wrong: readonly [
    what: string,
    file: () => Promise<Buffer | string>,
    options: Record<string, string>,
    status: number,
    says: string,
  ][] = [
    [
      'the calendar of another year',
      async () => workbook(rowsOf((await client.get('admin', '/api/v1/calendar/2026')).body)),
      {},
      400,
      '2026-01-01不是2027年的日期',
    ],
    [
      'other columns',
      () =>
        workbook([
          ['序号', '内容'],
          [1, '甲'],
        ]),
      {},
      400,
      '缺少“日期”“类型”列',
    ],
    ['an empty workbook', () => workbook([['日期', '类型']]), {}, 400, '第一个工作表中没有一个日子'],
    [
      'the template as it went out',
      async () => workbook(await template(2028)),
      { year: '2028' },
      400,
      '像是还没有填写的模板',
    ],
    [
      'a day without a year',
      () => workbook([...rowsOf(notice2027), ['1月1日', '休', null]]),
      {},
      400,
      '“1月1日”不是一个日期，请把单元格设为日期格式',
    ],
    [
      'JSON that is not UTF-8',
      async () => Buffer.from([...Buffer.from('{"source":"'), 0xb9, 0xfa, 0xce, 0xf1, ...Buffer.from('"}')]),
      { name: 'a.json' },
      400,
      '不是UTF-8编码',
    ],
    [
      'far too many rows',
      () => workbook([['日期', '类型'], ...Array.from({ length: 1_001 }, () => ['2027-01-01', '休'])]),
      {},
      400,
      '1002行',
    ],
    ['a PDF called .xlsx', async () => '%PDF-1.4', {}, 400, '不是Excel工作簿'],
    ['half a workbook', async () => (await workbook(rowsOf(notice2027))).subarray(0, 700), {}, 400, '不是Excel工作簿'],
    [
      'a zip that is no workbook',
      async () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      {},
      400,
      '不是Excel工作簿',
    ],
    ['an old workbook', async () => 'x', { name: '2027.xls' }, 415, '另存为.xlsx'],
    ['JSON that is none', async () => '{"source":', { name: 'a.json' }, 400, '不是JSON对象'],
    ['a JSON list', async () => '[]', { name: 'a.json' }, 400, '不是JSON对象'],
    ['something large', async () => 'x'.repeat(300_000), {}, 413, '256 KB'],
    ['somebody else’s', () => workbook(rowsOf(notice2027)), { who: 'data-bureau' }, 403, '由管理员维护'],
  ];
  // Each workbook costs a process.
  it.each(
    depth.of(
      wrong.filter((_, i) => i % 4 === 0),
      wrong,
    ),
  )('%s is refused', async (_, file, options, status, says) => {
    const before = (await client.get('admin', '/api/v1/calendar')).body;
    const answer = await send(await file(), options);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(says)]);
    expect((await client.get('admin', '/api/v1/calendar')).body).toEqual(before);
  });

  itDeep('that fills the memory is refused while everything else is served', async () => {
    let reading = true;
    let slowest = 0;
    const served = async (): Promise<number> => {
      for (let answers = 0; ; answers++) {
        if (!reading) return answers;
        const asked = performance.now();
        expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
        slowest = Math.max(slowest, performance.now() - asked);
      }
    };
    await client.token('admin');
    const refused = send(badWorkbooks[0]![1]()).finally(() => {
      reading = false;
    });
    const [{ status, body }, answers] = await Promise.all([refused, served()]);
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/file', message: expect.stringContaining('用到了第1048576行') }],
    ]);
    // The answers came between the upload and its refusal, not after.
    expect(answers).toBeGreaterThan(5);
    process.stdout.write(`while a workbook was read: ${answers} answers, the slowest after ${slowest.toFixed(0)} ms\n`);
  });

  it('without a file, or without a multipart body', async () => {
    const form = new FormData();
    form.set('source', 'x');
    const authorization = `Bearer ${await client.token('admin')}`;
    const url = `${app.url}/api/v1/calendar/2027/file`;
    expect((await fetch(url, { method: 'POST', headers: { authorization }, body: form })).status).toBe(400);
    expect((await client.call('admin', 'POST', '/api/v1/calendar/2027/file', {})).status).toBe(400);
  });
});
