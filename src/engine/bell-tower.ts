import type { Bell, Courier } from './ports.js';

/** Where the engine rings and the alarm clock listens. Nobody listening is no fault: the sweeper finds what is due. */
export class BellTower implements Bell, Courier {
  private bell: Bell | null = null;
  private courier: Courier | null = null;

  hang(bell: Bell): void {
    this.bell = bell;
  }

  employ(courier: Courier): void {
    this.courier = courier;
  }

  async deliver(caseId: string, patient: boolean): Promise<void> {
    await this.courier?.deliver(caseId, patient);
  }

  recount(): void {
    this.bell?.recount();
  }

  committed(...news: Parameters<Bell['committed']>): void {
    this.bell?.committed(...news);
  }
}
