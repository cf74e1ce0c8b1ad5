import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { invalidPayload, Problem } from './problem.js';

const PATIENCE_MS = 60_000;

/** Most senders only look for an answer when they have sent everything, and lose it if the connection closes before. */
export async function readRest(body: Readable): Promise<void> {
  body.resume();
  // Gone, or too slow to wait for: the answer is given all the same.
  await finished(body, { writable: false, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
}

/** The multipart parser's own complaints, and a sender who hangs up, are never our failure. */
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
