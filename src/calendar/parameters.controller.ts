import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayOf } from '#machines/kit/words/dates.js';
import type { Parameter } from '#machines/kit/words/parameters.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { ParametersService } from './parameters.service.js';

@ApiTags('日历与参数')
@ApiBearerAuth()
@Controller('api/v1/parameters')
export class ParametersController {
  constructor(
    private readonly parameters: ParametersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '今日生效的全部参数，附来源和依据等级' })
  async inForce(): Promise<Parameter[]> {
    return (await this.parameters.current()).inForce(dayOf(await this.clock.now()));
  }
}
