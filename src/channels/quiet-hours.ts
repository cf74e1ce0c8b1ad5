import { Injectable } from '@nestjs/common';
import { dispatchAt } from '#machines/kit/decide/dispatch.js';
import type { IsoInstant } from '#machines/kit/words/dates.js';
import { ParametersService } from '../calendar/parameters.service.js';

/** The hours in which nothing leaves the house, also not for a second time. */
@Injectable()
export class QuietHours {
  constructor(private readonly parameters: ParametersService) {}

  /** The instant itself, or the end of the quiet hours it falls into. A digest that is tried again need not wait for the next one's hour. */
  async after(instant: IsoInstant): Promise<IsoInstant> {
    return dispatchAt({ urgent: true }, instant, (await this.parameters.current()).house);
  }
}
