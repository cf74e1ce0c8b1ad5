import { Injectable } from '@nestjs/common';

/** Whether this process has been asked to stop: what it has begun it finishes, nothing long is begun any more. */
@Injectable()
export class Leaving {
  private asked = false;

  ask(): void {
    this.asked = true;
  }

  get isAsked(): boolean {
    return this.asked;
  }
}
