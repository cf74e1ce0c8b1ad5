import type { FastifyRequest } from 'fastify';
import { asUploadProblem, readForm, readRest } from '../http/multipart.js';
import { invalidPayload, tooLarge } from '../http/problem.js';

/**
 * A year in a workbook takes some ten kilobytes. A larger file is another one, or one that is made to fill the memory
 * when it is unpacked.
 */
const MOST_BYTES = 256 * 1024;

export interface NoticeUpload {
  name: string;
  bytes: Buffer;
  /** The other fields of the form. */
  fields: Readonly<Record<string, string>>;
}

/** @throws Problem 400 or 413 */
export async function readNoticeUpload(request: FastifyRequest): Promise<NoticeUpload> {
  try {
    if (!request.isMultipart())
      throw invalidPayload([{ pointer: '', message: '上传日历请用 multipart/form-data，文件字段名为 file。' }]);
    const files: Pick<NoticeUpload, 'name' | 'bytes'>[] = [];
    const fields = await readForm(request, MOST_BYTES, async (part) => {
      const bytes = await part.toBuffer();
      if (part.fieldname === 'file') files.push({ name: part.filename, bytes });
    });
    const [file] = files;
    if (!file) throw invalidPayload([{ pointer: '/file', message: '此项必填。' }]);
    return { ...file, fields };
  } catch (error) {
    await readRest(request.raw);
    throw asUploadProblem(error, () =>
      tooLarge(`日历文件不能超过 ${MOST_BYTES / 1024} KB。`, { maxBytes: MOST_BYTES }),
    );
  }
}
