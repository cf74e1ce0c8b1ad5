import type { Api } from './client.js';
import { remindersOf } from './report.js';
import type { Progress } from './run.js';

const BAR = 30;
/** Reminders are counted by reading every case, so they are not counted after each step. */
const COUNTS = 12;

/** Shows a bar on a terminal, and a line now and then anywhere else. */
export class ProgressBar {
  private counted = -1;
  private reminders = 0;

  constructor(private readonly out: NodeJS.WriteStream) {}

  step(progress: Progress): void {
    if (this.out.isTTY) this.out.write(`\r${this.text(progress)}\x1b[K`);
  }

  async day(api: Api, progress: Progress, caseIds: readonly string[]): Promise<void> {
    const part = Math.floor((COUNTS * progress.done) / progress.total);
    if (part === this.counted) return;
    this.counted = part;
    const lists = await Promise.all(caseIds.map((id) => api.read('supervisor', `/api/v1/cases/${id}/deadlines`)));
    this.reminders = lists.reduce((sum, deadlines) => sum + remindersOf(deadlines).length, 0);
    if (this.out.isTTY) this.step(progress);
    else this.out.write(`${this.text(progress)}\n`);
  }

  /** Writes a line above the bar. */
  say(line: string): void {
    this.out.write(this.out.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\x1b[K');
  }

  private text({ day, done, total }: Progress): string {
    const full = Math.round((BAR * done) / total);
    return `${day} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(done).padStart(String(total).length)}/${total}步 提醒${this.reminders}次`;
  }
}
