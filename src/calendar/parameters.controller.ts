import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Procedures } from '#machines/kit/law/procedures.js';
import { dayOf } from '#machines/kit/words/dates.js';
import type { Parameter } from '#machines/kit/words/parameters.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { ParametersService } from './parameters.service.js';

/** A number with its regulation. Null means that it is of the house, and counts under every regulation. */
type ParameterView = Parameter & { regulation: string | null };

@ApiTags('日历与参数')
@ApiBearerAuth()
@Controller('api/v1/parameters')
export class ParametersController {
  constructor(
    private readonly parameters: ParametersService,
    private readonly procedures: Procedures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '今日生效的全部参数，附来源和依据等级' })
  async inForce(): Promise<ParameterView[]> {
    const [sets, now] = await Promise.all([this.parameters.current(), this.clock.now()]);
    const house = sets.house.inForce(dayOf(now));
    const own = this.procedures.regulations.flatMap((regulation) =>
      sets
        .of(regulation)
        .inForce(dayOf(now))
        .map((parameter) => ({ ...parameter, regulation: regulation.id })),
    );
    const isHouse = ({ key }: Parameter): boolean => house.some((p) => p.key === key);
    return [...own.filter((p) => !isHouse(p)), ...house.map((p) => ({ ...p, regulation: null }))];
  }
}
