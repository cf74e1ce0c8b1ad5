import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { text } from '#machines/kit/words/fields.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { CurrentActor } from '../identity/current-actor.js';
import { adminOnly } from './admin-only.js';
import { CHANNELS } from './channel.js';
import type { EndpointView } from './endpoint-view.js';
import { EndpointsService, type Tested } from './endpoints.service.js';

export const mailAddress = z.email('要写邮箱地址，如 zhang@example.gov.cn。').max(254);
const owner = {
  user: text(100).optional().meta({ description: '人员编号；与 unit 二者选一' }),
  unit: text(100).optional().meta({ description: '单位编号；与 user 二者选一' }),
};
const endpoint = z.discriminatedUnion(
  'channel',
  [
    z.strictObject({ ...owner, channel: z.literal('email'), address: mailAddress }),
    z.strictObject({
      ...owner,
      channel: z.enum(CHANNELS.filter((c) => c !== 'email')),
      address: text(1_000).meta({ description: '机器人或接收程序的完整地址' }),
      secret: text(500)
        .optional()
        .meta({ description: '钉钉的加签密钥；webhook 的签名密钥，不填则生成，只在登记时显示一次' }),
    }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? `channel 只能是以下之一：${CHANNELS.join('、')}。` : undefined) },
);
const query = parameters({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const number = z.string().regex(/^\d{1,18}$/);
const place = z.strictObject({ id: number });

/** Checks that an id is of digits. There is no endpoint with another id. */
export function endpointId(id: string): string {
  if (!number.safeParse(id).success) throw notFound('没有这个接收地址。');
  return id;
}

@ApiTags('消息通道')
@ApiBearerAuth()
@Controller('api/v1/endpoints')
export class EndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Get()
  @ApiOperation({ summary: '全部接收地址，新的在前；限管理员' })
  async list(
    @Query({ schema: query }) { cursor, limit }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: EndpointView[]; nextCursor: string | null }> {
    adminOnly(actor);
    const found = await this.endpoints.list(null, limit + 1, fromCursor(cursor, place)?.id ?? null);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? toCursor({ id: items.at(-1)!.id }) : null };
  }

  @Post()
  @ApiOperation({
    summary: '登记人员或单位的接收地址；限管理员',
    description: '机器人和 webhook 的地址、密钥登记后不再完整显示。单位的地址收到其人员收到的消息，一份。',
  })
  add(
    @Body({ schema: endpoint }) body: z.infer<typeof endpoint>,
    @CurrentActor() actor: Actor,
  ): Promise<EndpointView & { secret?: string }> {
    adminOnly(actor);
    return this.endpoints.add(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '停用接收地址；尚未发往那里的消息不再发送。限管理员' })
  async end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    adminOnly(actor);
    await this.endpoints.end(actor, endpointId(id), null);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ summary: '发一条测试消息，回答对方怎么说；限管理员' })
  test(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<Tested> {
    adminOnly(actor);
    return this.endpoints.test(endpointId(id), randomUUID());
  }
}
