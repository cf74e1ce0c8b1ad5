import { Injectable } from '@nestjs/common';

/** Tells whether this process has been asked to stop. Then it finishes what it has begun and begins nothing long. */
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
