import { UnreadableFile } from './unreadable-file.js';
import { firstSheet, type Sheet } from './workbook.js';

/** What the process answers: the sheet, or the sentence that says why it can't be read. */
export type Answer = { readonly sheet: Sheet } | { readonly unreadable: string };

async function answerTo(bytes: Uint8Array): Promise<Answer> {
  try {
    return { sheet: await firstSheet(Buffer.from(bytes)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message };
    throw error;
  }
}

process.once('message', (bytes: Uint8Array) => {
  answerTo(bytes).then(
    (answer) => process.send!(answer, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(String(error));
      process.exit(1);
    },
  );
});
