import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { day } from '#machines/kit/words/fields.js';
import { parameters } from '../http/query.js';
import { workbook } from '../http/spreadsheet.js';
import { CurrentActor } from '../identity/current-actor.js';
import { filters } from './filters.js';
import { Scopes } from './scope.js';
import { sheetsOf } from './statistics-sheets.js';
import { StatisticsService, type Statistics } from './statistics.service.js';

const { procedure, unit, stage } = filters;
const query = parameters({
  procedure,
  unit,
  stage,
  from: day.optional().meta({ description: '自这一日起结束或者发生的' }),
  to: day.optional().meta({ description: '到这一日止结束或者发生的' }),
}).refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
  path: ['to'],
  error: '截止日期不能早于起始日期。',
});

@ApiTags('督办')
@ApiBearerAuth()
@Controller('api/v1/supervision/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly scopes: Scopes,
  ) {}

  @Get()
  @ApiOperation({ summary: '各阶段和各单位用时、期限按期率、漏斗、退回率；只统计本人可见的案件，口径见 method' })
  async of(@Query({ schema: query }) q: z.infer<typeof query>, @CurrentActor() actor: Actor): Promise<Statistics> {
    await this.scopes.check(q);
    return this.statistics.of(actor, q);
  }

  @Get('export')
  @ApiOperation({ summary: '导出统计(Excel)，每一项一张表；条件与统计相同' })
  async export(
    @Query({ schema: query }) q: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    await this.scopes.check(q);
    const statistics = await this.statistics.of(actor, q);
    const { says } = await this.scopes.of(actor, { ...q, from: undefined, to: undefined });
    const { short } = await this.scopes.of(actor, q);
    return workbook(`督办统计${statistics.asOf}${short}`, ...sheetsOf(statistics, says));
  }
}
