import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { WORLD, type World, type WorldNow } from '../engine/ports.js';
import type { Days } from '../persistence/stores/case-list.store.js';
import { yellowUntil } from './case-view.js';

export type Today = WorldNow & Days;

/** The present day with its calendar and numbers, for what is only read. */
@Injectable()
export class TodayService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORLD) private readonly world: World,
  ) {}

  async now(): Promise<Today> {
    const [instant, world] = await Promise.all([this.clock.now(), this.world.current()]);
    const today = dayOf(instant);
    return { ...world, today, yellowUntil: yellowUntil(today, world.parameters.house) };
  }
}
