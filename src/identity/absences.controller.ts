import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { day, prose, text } from '#machines/kit/words/fields.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { AbsencesService, type AbsenceView } from './absences.service.js';
import { CurrentActor } from './current-actor.js';

const person = text(100);
const absence = z.strictObject({
  person: person.optional().meta({ description: '谁外出；不填为本人。登记他人的，限管理员' }),
  substitute: person.meta({ description: '代理人的人员编号' }),
  from: day.meta({ description: '外出第一天' }),
  to: day.meta({ description: '外出最后一天' }),
  reason: prose(500).meta({ description: '事由' }),
});
const query = parameters({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const number = z.string().regex(/^\d{1,18}$/);
const place = z.strictObject({ id: number });

@ApiTags('身份')
@ApiBearerAuth()
@Controller('api/v1/absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @ApiOperation({ summary: '外出和代理：本人的；管理员看全部。新的在前' })
  async list(
    @Query({ schema: query }) { cursor, limit }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: AbsenceView[]; nextCursor: string | null }> {
    const found = await this.absences.list(actor, limit + 1, fromCursor(cursor, place)?.id ?? null);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? toCursor({ id: items.at(-1)!.id }) : null };
  }

  @Post()
  @ApiOperation({
    summary: '登记外出，由代理人代为办理',
    description: '代理不传递：代理人也外出的，不再转由代理人的代理人办理。',
  })
  add(@Body({ schema: absence }) body: z.infer<typeof absence>, @CurrentActor() actor: Actor): Promise<AbsenceView> {
    return this.absences.add(actor, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: '提前结束，代理随即终止' })
  end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<AbsenceView> {
    if (!number.safeParse(id).success) throw notFound('没有这条外出登记，或者它不是您的。');
    return this.absences.end(actor, id);
  }
}
