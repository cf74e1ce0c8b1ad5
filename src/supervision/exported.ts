import { invalidPayload } from '../http/problem.js';

const PAGE = 500;
/** More rows than anybody reads, and as many as one request may take. */
const MOST = 5_000;

/**
 * Returns every page of a list, for export.
 * @throws Problem if there are more than one sheet should hold.
 */
export async function everything<Item, Place>(
  page: (limit: number, after: Place | null) => Promise<{ items: readonly Item[]; next: Place | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let after: Place | null = null; ;) {
    const { items, next } = await page(PAGE, after);
    all.push(...items);
    if (next === null) return all;
    if (all.length >= MOST)
      throw invalidPayload([{ pointer: '', message: `超过${MOST}条，请用单位、阶段等条件缩小范围后再导出。` }]);
    after = next;
  }
}
