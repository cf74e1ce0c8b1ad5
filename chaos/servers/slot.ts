import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SKEWED_DATE = new URL('skewed-date.mjs', import.meta.url).href;
const AGAIN_AFTER_MS = 200;
const STDERR_KEPT = 4_000;

export interface SlotOptions {
  /** The folder in which the program was built. */
  root: string;
  name: string;
  env: Readonly<Record<string, string>>;
  /** The file for what all its processes write, one after the other. */
  log?: string | undefined;
}

/** A place for one process of the program. When it ends, another one is started, as a service manager would do. */
export class Slot {
  /** How processes ended that nobody had asked or killed. */
  readonly deaths: string[] = [];
  skewMs = 0;
  private child: ChildProcess | null = null;
  private ready = false;
  private stopping = false;
  private asked = false;
  private stderr = '';

  constructor(private readonly options: SlotOptions) {}

  get name(): string {
    return this.options.name;
  }

  get isReady(): boolean {
    return this.ready;
  }

  /** The id of the present process, for its processor time and memory. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { root, env, log } = this.options;
    const args = ['--enable-source-maps', '--import', SKEWED_DATE, path.join(root, 'dist', 'src', 'main.js')];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, CHAOS_SKEW_MS: `${this.skewMs}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.ready = false;
    this.asked = false;
    this.stderr = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      this.ready ||= chunk.toString().includes('已就绪');
      if (log) appendFileSync(log, chunk);
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-STDERR_KEPT);
      if (log) appendFileSync(log, chunk);
    });
    child.once('exit', (code, signal) => {
      this.ready = false;
      if (!this.asked)
        this.deaths.push(`${this.name}: ${signal ?? `exit ${code}`}: ${this.stderr.trim().split('\n').at(-1) ?? ''}`);
      if (!this.stopping) setTimeout(() => !this.stopping && this.start(), AGAIN_AFTER_MS);
    });
  }

  /** SIGKILL and SIGTERM end the process, and another one is started. SIGSTOP and SIGCONT only hold it. */
  signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): boolean {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return false;
    if (signal === 'SIGKILL' || signal === 'SIGTERM') this.asked = true;
    return this.child.kill(signal);
  }

  async whenReady(withinMs: number): Promise<void> {
    for (const since = performance.now(); !this.ready; await sleep(50)) {
      if (performance.now() - since > withinMs)
        throw new Error(`${this.name} is not ready after ${withinMs} ms: ${this.stderr || this.deaths.at(-1)}`);
    }
  }

  /**
   * Stops the place for good: the process is asked to stop, and none follows. Returns how long it took, in
   * milliseconds.
   */
  async end(): Promise<number> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const since = performance.now();
    const ended = once(child, 'exit');
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(late);
    return performance.now() - since;
  }
}
