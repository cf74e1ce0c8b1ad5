import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { asUploadProblem, readForm, readRest } from '../http/multipart.js';
import { invalidPayload, tooLarge, type Problem } from '../http/problem.js';
import type { Arrived } from './documents.service.js';

const MEGABYTE = 1024 * 1024;
/** The bytes for boundaries, headers and the other fields around the file. */
const AROUND = MEGABYTE;

export interface Upload {
  kind: string;
  file: Arrived;
}

export interface Receiver {
  receive(name: string, content: MultipartFile['file']): Promise<Arrived>;
  discard(file: Arrived): Promise<void>;
}

/**
 * Reads a multipart body with a `kind` and one `file`, in either order.
 * @throws Problem 400, 413 or what the receiver throws; then a file already received is discarded.
 */
export async function readUpload(request: FastifyRequest, receiver: Receiver, maxBytes: number): Promise<Upload> {
  let file: Arrived | undefined;
  try {
    if (!request.isMultipart()) throw invalidPayload([{ pointer: '', message: '上传材料请用 multipart/form-data。' }]);
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + AROUND) throw fileTooLarge(maxBytes);
    const { kind } = await readForm(request, maxBytes, async (part) => {
      file = await receiver.receive(part.filename, part.file);
      if (part.file.truncated) throw fileTooLarge(maxBytes);
    });
    if (!kind || !file) throw missing({ kind, file });
    return { kind, file };
  } catch (error) {
    if (file) await receiver.discard(file);
    await readRest(request.raw);
    throw asUploadProblem(error, () => fileTooLarge(maxBytes));
  }
}

const fileTooLarge = (maxBytes: number): Problem =>
  tooLarge(`文件不能超过 ${Math.floor(maxBytes / MEGABYTE)} MB。`, { maxBytes });

function missing(upload: Partial<Upload>): Problem {
  const errors = (['kind', 'file'] as const)
    .filter((name) => !upload[name])
    .map((name) => ({ pointer: `/${name}`, message: '此项必填。' }));
  return invalidPayload(errors);
}
