import { Injectable } from '@nestjs/common';
import { dispatchAt } from '#machines/kit/decide/dispatch.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { ParametersService } from '../calendar/parameters.service.js';

/** The hours in which nothing leaves the house, not even a second attempt. */
@Injectable()
export class QuietHours {
  constructor(private readonly parameters: ParametersService) {}

  /**
   * Returns the instant itself, or the end of the quiet hours it falls into. A second attempt of a digest does not wait
   * for the hour of the next one.
   */
  async after(instant: IsoInstant): Promise<IsoInstant> {
    return dispatchAt({ urgent: true }, instant, (await this.parameters.current()).house);
  }
}
