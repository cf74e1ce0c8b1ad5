import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { badWorkbooks, cell, data, slowWorkbook, workbookOf } from '../../test/support/bad-workbooks.js';
import { UnreadableFile } from './unreadable-file.js';
import { firstSheet } from './workbook.js';
import { readFirstSheet } from './workbooks.js';

/** They keep a processor busy for seconds. */
const itDeep = depthFrom(process.env.DEPTH).of(it.skip, it);

describe('a workbook that is handed in', () => {
  it('is read, up to the last row and column there may be', async () => {
    const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`;
    const bytes = workbookOf(data(row(1, cell('A1', '日期'), cell('GR1', '类型')) + row(400, cell('B400'))));
    const sheet = await readFirstSheet(bytes);
    expect([sheet.length, sheet[0]!.length, sheet[0]![0], sheet[0]![199], sheet[399]![1]]).toEqual([
      400,
      200,
      '日期',
      '类型',
      'x',
    ]);
    await expect(readFirstSheet(workbookOf(data(row(1, cell('GS1')))))).rejects.toThrow('用到了第201列，最多200列');
    await expect(readFirstSheet(workbookOf(data('<row r="5001"/>')))).rejects.toThrow('用到了第5001行，最多5000行');
  });

  it.each(badWorkbooks)('with %s is refused with the reason', async (_, bytes, says) => {
    // The same function in this process is quicker. What gets past the limits would end it.
    const error: unknown = await firstSheet(bytes()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as Error).message).toContain(says);
  });

  it('is refused by the process as well', async () => {
    const [, bytes, says] = badWorkbooks[0]!;
    const error: unknown = await readFirstSheet(bytes()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as Error).message).toContain(says);
  });

  itDeep('is given up when it takes too long, and the program goes on meanwhile', async () => {
    let turns = 0;
    let reading = true;
    const read = readFirstSheet(slowWorkbook(), { withinMs: 4_000, heapMegabytes: 128 }).finally(() => {
      reading = false;
    });
    const counted = (async () => {
      for (; reading; turns++) await sleep(10);
    })();
    await expect(read).rejects.toThrow('时间太长');
    await counted;
    // On the event loop there would be none.
    expect(turns).toBeGreaterThan(20);
  });

  itDeep('is given up when it takes too much memory, whatever V8 does about it', async () => {
    const read = readFirstSheet(slowWorkbook(), { withinMs: 30_000, heapMegabytes: 8 });
    await expect(read).rejects.toThrow('内存太多');
  });
});
