import type { Bell } from './ports.js';

/** Where the engine rings and the alarm clock listens. Nobody listening is no fault: the sweeper finds what is due. */
export class BellTower implements Bell {
  private bell: Bell | null = null;

  hang(bell: Bell): void {
    this.bell = bell;
  }

  committed(...news: Parameters<Bell['committed']>): void {
    this.bell?.committed(...news);
  }
}
