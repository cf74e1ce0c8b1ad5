import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Places } from './places.js';
import { UnreadableFile } from './unreadable-file.js';
import type { Sheet } from './workbook.js';
import type { Answer } from './workbook-process.js';

export interface ReadingLimits {
  /** Milliseconds for one workbook, the start of the process included. */
  readonly withinMs: number;
  /** What its JavaScript objects may take. */
  readonly heapMegabytes: number;
}

const LIMITS: ReadingLimits = { withinMs: 15_000, heapMegabytes: 128 };
const AT_ONCE = 2;
/** The niceness of the process: whoever waits for anything else goes first, and it still gets its share. */
const LATER_THAN_OTHERS = 4;
const WAITING = 8;
/** As much as is worth keeping of what a process says when it fails. */
const LAST_WORDS = 2_000;

const places = new Places(AT_ONCE, WAITING);

/**
 * Reads the first sheet of a workbook in a process of its own, so that no file stops the program: not by its time, and
 * not by its memory. A thread would not do: where an array grows past what is left, V8 ends the process that the thread
 * belongs to, whatever the thread's own limit is. The process knows nothing of the program's environment.
 * @throws UnreadableFile when the file can't be read within the limits.
 * @throws NoPlace when too many are being read.
 */
export function readFirstSheet(bytes: Buffer, limits: ReadingLimits = LIMITS): Promise<Sheet> {
  return places.take(async () => {
    const answer = await askProcess(bytes, limits);
    if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
    return answer.sheet;
  });
}

async function askProcess(bytes: Buffer, { withinMs, heapMegabytes }: ReadingLimits): Promise<Answer> {
  const child = open(heapMegabytes);
  if (child.pid !== undefined) os.setPriority(child.pid, LATER_THAN_OTHERS);
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const patience = new AbortController();
  try {
    return await Promise.race([answerOf(child, bytes), tooLate(withinMs, patience.signal)]);
  } finally {
    patience.abort();
    process.off('exit', end);
    end();
  }
}

/** Opens the built file, or its source where the program runs from its sources. */
function open(heapMegabytes: number): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(`./workbook-process.${fromSource ? 'ts' : 'js'}`, import.meta.url));
  const typescript = fromSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  return fork(entry, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, ...typescript],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function answerOf(child: ChildProcess, bytes: Buffer): Promise<Answer> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-LAST_WORDS)));
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('close', (code, signal) => reject(endOf(code, signal, said)));
    child.send(bytes, (error) => {
      // The process is gone already. How it ended says more.
      if (error && child.connected) reject(error);
    });
  });
}

/** A process that is aborted has run out of memory. Any other end before the answer is a fault of ours. */
const endOf = (code: number | null, signal: string | null, said: string): Error =>
  signal !== null || code === ABORTED
    ? new UnreadableFile('读取这个文件需要的内存太多，请删去多余的行、列和格式，或者改用下载的模板填写后再上传。')
    : new Error(`the process that reads workbooks ended with ${code}: ${said}`);

const ABORTED = 134;

async function tooLate(withinMs: number, signal: AbortSignal): Promise<never> {
  await sleep(withinMs, undefined, { signal });
  throw new UnreadableFile('读取这个文件需要的时间太长，请删去多余的行、列和格式，或者改用下载的模板填写后再上传。');
}
