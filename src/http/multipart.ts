import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { invalidPayload, Problem, tooLarge, type FieldError } from './problem.js';

const PATIENCE_MS = 60_000;
const MOST_FIELD_BYTES = 64 * 1024;

const MOST_PARTS = 20;

/**
 * Reads a form with at most one file, and returns its fields.
 *
 * @param onFile gets the part with the file while it arrives
 * @throws Problem 400 for a second file and for a field that is not UTF-8, 413 for a field that is too long; what
 *   `onFile` and the parser throw
 */
export async function readForm(
  request: FastifyRequest,
  fileSize: number,
  onFile: (part: MultipartFile) => Promise<void>,
): Promise<Readonly<Record<string, string>>> {
  const fields: Record<string, string> = {};
  let files = 0;
  // The parser hands over every part as its bytes. What it decodes itself it decodes by the charset that the sender
  // names, and it puts U+FFFD in the place of what it can't read.
  const every = { isPartAFile: () => true, limits: { fileSize, files: MOST_PARTS } };
  for await (const part of request.parts(every) as AsyncIterable<MultipartFile>) {
    try {
      // A file has a name, be it an empty one.
      if ((part.filename as string | undefined) === undefined) fields[part.fieldname] = await textOf(part);
      else if (++files > 1) throw invalidPayload([{ pointer: '/file', message: '一次只能上传一份材料。' }]);
      else await onFile(part);
    } finally {
      // A part that nobody reads would hold up the rest of the request for ever.
      part.file.resume();
    }
  }
  return fields;
}

async function textOf(part: MultipartFile): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_FIELD_BYTES) chunks.push(chunk);
  }
  if (size > MOST_FIELD_BYTES) throw tooLarge('表单中的文字太长。');
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw invalidPayload([NOT_UTF8], NOT_UTF8.message);
  return bytes.toString('utf8');
}

const NOT_UTF8: FieldError = { pointer: '', message: '表单中的文字不是UTF-8编码，请改用UTF-8再提交。' };

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
export function asUploadProblem(error: unknown, fileTooLarge: () => Problem): unknown {
  if (error instanceof Problem) return error;
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return fileTooLarge();
  if ((statusCode !== undefined && statusCode < 500) || /multipart|terminated early/i.test(message ?? '')) {
    return invalidPayload([{ pointer: '', message: '上传的内容不完整或格式不对。' }]);
  }
  return error;
}
