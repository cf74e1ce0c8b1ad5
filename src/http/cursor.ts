import { z } from 'zod';
import { invalidPayload } from './problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Writes a place in a list in a form that its reader can't interpret. */
export const toCursor = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws Problem 400 for something that is no cursor of this list. */
export function fromCursor<T extends z.ZodType>(cursor: string | undefined, shape: T): z.infer<T> | null {
  if (cursor === undefined) return null;
  try {
    return shape.parse(JSON.parse(utf8.decode(Buffer.from(cursor, 'base64url'))));
  } catch {
    throw invalidPayload([{ pointer: '/cursor', message: '翻页位置不对，请从第一页重新查询。' }]);
  }
}
