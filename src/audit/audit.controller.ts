import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { text } from '#machines/kit/words/fields.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { notYourStep } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { CurrentActor, isAdmin } from '../identity/current-actor.js';
import { AuditStore, type AuditLine } from '../persistence/stores/audit.store.js';

const word = text(200).optional();
const query = parameters({
  action: word.meta({ description: '做了什么，例如 calendar.imported' }),
  subject: word.meta({ description: '对什么做的，例如 2027' }),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const place = z.strictObject({ id: z.int().positive() });

@ApiTags('审计日志')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly audit: AuditStore,
    private readonly procedures: Procedures,
  ) {}

  @Get()
  @ApiOperation({
    summary: '系统管理的变动记录，新的在前；每条的 hash 链接上一条',
    description: '限管理员和有权监督的单位查看。',
  })
  async list(
    @Query({ schema: query }) { cursor, limit, ...filter }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: AuditLine[]; nextCursor: string | null }> {
    if (!isAdmin(actor) && !this.procedures.mayReadAudit(actor.principals))
      throw notYourStep('审计日志由管理员和监督单位查看。');
    const found = await this.audit.page(filter, limit + 1, fromCursor(cursor, place)?.id ?? null);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? toCursor({ id: items.at(-1)!.id }) : null };
  }
}
