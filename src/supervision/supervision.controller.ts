import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/facts.js';
import { STUCK_KINDS } from '#machines/kit/stuck.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { parameters } from '../http/query.js';
import { CurrentActor } from '../identity/current-actor.js';
import { StuckService } from './stuck.service.js';

const text = z.string().trim().min(1).max(200).optional();
const query = parameters({
  unit: text, stage: text, procedure: text, q: text,
  kind: z.enum(STUCK_KINDS).optional(),
  light: z.enum(['green', 'yellow', 'red', 'grey']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const place = z.strictObject({ rank: z.int(), since: z.iso.datetime(), id: z.uuid() });

@ApiTags('督办')
@ApiBearerAuth()
@Controller('api/v1/supervision')
export class SupervisionController {
  constructor(private readonly stuck: StuckService) {}

  @Get('stuck')
  @ApiOperation({ summary: '卡住的案件：卡在谁、从何时、依据哪一条、找谁催；最严重的在前' })
  async list(@Query({ schema: query }) q: z.infer<typeof query>, @CurrentActor() actor: Actor) {
    const { cursor, limit, ...filter } = q;
    const { items, next } = await this.stuck.page(actor, filter, limit, fromCursor(cursor, place));
    return { items, nextCursor: next && toCursor(next) };
  }

  @Get('counts')
  @ApiOperation({ summary: '在办案件按单位、阶段、灯色的数量' })
  counts(@CurrentActor() actor: Actor) {
    return this.stuck.counts(actor);
  }
}
