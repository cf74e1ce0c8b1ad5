import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { STUCK_KINDS } from '#machines/kit/read/stuck.js';
import { instant, text, textIfAny } from '#machines/kit/words/fields.js';
import { TodayService } from '../cases/today.service.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { parameters } from '../http/query.js';
import { sheetOf, workbook } from '../http/spreadsheet.js';
import { CurrentActor } from '../identity/current-actor.js';
import { everything } from './exported.js';
import { filters, pages } from './filters.js';
import { Scopes } from './scope.js';
import { stuckColumns } from './stuck-sheet.js';
import { StuckService, type StuckItem } from './stuck.service.js';
import type { Tally } from './tally.js';

const matters = {
  ...filters,
  kind: z.enum(STUCK_KINDS).optional().meta({ description: '情形' }),
  chased: text(200).optional().meta({ description: '应办理的单位；unit 为案件所属单位' }),
};
const query = parameters({ ...matters, ...pages });
const whole = parameters(matters);
const place = z.strictObject({
  rank: z
    .int()
    .min(0)
    .max(STUCK_KINDS.length - 1),
  since: instant,
  id: z.uuid(),
  matter: textIfAny(400),
});

@ApiTags('督办')
@ApiBearerAuth()
@Controller('api/v1/supervision')
export class SupervisionController {
  constructor(
    private readonly stuck: StuckService,
    private readonly today: TodayService,
    private readonly scopes: Scopes,
  ) {}

  @Get('stuck')
  @ApiOperation({
    summary: '卡住的事项：卡在谁、从何时、依据哪一条、找谁催；最严重的在前。一个案件等待几方的，每一方一条',
  })
  async list(
    @Query({ schema: query }) q: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: StuckItem[]; nextCursor: string | null }> {
    const { cursor, limit, ...filter } = q;
    await this.scopes.check(filter);
    const { items, next } = await this.stuck.page(actor, filter, limit, fromCursor(cursor, place));
    return { items, nextCursor: next && toCursor(next) };
  }

  @Get('stuck/counts')
  @ApiOperation({ summary: '卡住的事项按情形、灯色、阶段、所属单位、应办理单位的数量；条件与清单相同' })
  async counts(@Query({ schema: whole }) filter: z.infer<typeof whole>, @CurrentActor() actor: Actor): Promise<Tally> {
    await this.scopes.check(filter);
    return this.stuck.counts(actor, filter);
  }

  @Get('stuck/export')
  @ApiOperation({ summary: '导出卡住的事项(Excel)；条件与清单相同' })
  async export(
    @Query({ schema: whole }) filter: z.infer<typeof whole>,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    await this.scopes.check(filter);
    const items = await everything((limit, after: Parameters<StuckService['page']>[3]) =>
      this.stuck.page(actor, filter, limit, after),
    );
    const { today } = await this.today.now();
    const { says, short } = await this.scopes.of(actor, filter);
    const headline = `督办台账(${says}${today}，共${items.length}项)`;
    return workbook(`督办台账${today}${short}`, sheetOf({ name: '督办台账', headline, columns: stuckColumns, items }));
  }

  @Get('counts')
  @ApiOperation({ summary: '在办案件按单位、阶段、灯色的数量' })
  open(@CurrentActor() actor: Actor) {
    return this.stuck.open(actor);
  }
}
