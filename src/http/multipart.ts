import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { invalidPayload, Problem } from './problem.js';

const PATIENCE_MS = 60_000;

/**
 * Reads the rest of a body. Most senders look for an answer only after they have sent everything, and lose it if the
 * connection closes before.
 */
export async function readRest(body: Readable): Promise<void> {
  body.resume();
  // The sender is gone or too slow. The answer is given in any case.
  await finished(body, { writable: false, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
}

/**
 * Turns the multipart parser's own errors, and a sender that disconnects, into problems: they are never our failure.
 */
export function asUploadProblem(error: unknown, tooLarge: () => Problem): unknown {
  if (error instanceof Problem) return error;
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (code === 'FST_FILES_LIMIT') return invalidPayload([{ pointer: '/file', message: '一次只能上传一份材料。' }]);
  if ((statusCode !== undefined && statusCode < 500) || /multipart|terminated early/i.test(message ?? '')) {
    return invalidPayload([{ pointer: '', message: '上传的内容不完整或格式不对。' }]);
  }
  return error;
}
