import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { notFound } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { CurrentActor } from '../identity/current-actor.js';
import { DeliveryListStore } from '../persistence/stores/delivery-list.store.js';
import { NotificationStore } from '../persistence/stores/notification.store.js';
import { withChannels, type Line } from './notification-view.js';

const query = parameters({
  unread: z
    .enum(['true', 'false'])
    .default('false')
    .transform((v) => v === 'true'),
  kind: z.enum(['待办', '待阅']).optional(),
  case: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const place = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) });
const id = z.string().regex(/^\d{1,18}$/);

@ApiTags('消息')
@ApiBearerAuth()
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationStore,
    private readonly deliveries: DeliveryListStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '我的消息，新的在前；channels 为每条消息的各个通道及其状态' })
  async mine(
    @Query({ schema: query }) q: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: Line[]; nextCursor: string | null }> {
    const rows = await this.notifications.mine(actor.userId, q, q.limit + 1, fromCursor(q.cursor, place)?.id ?? null);
    const shown = rows.slice(0, q.limit);
    const pushes = await this.deliveries.pushesOf(shown.map((row) => row.id));
    const items = shown.map((row) => withChannels(row, pushes));
    return { items, nextCursor: rows.length > q.limit ? toCursor({ id: items.at(-1)!.id }) : null };
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: '标为已读' })
  async read(@Param('id') number: string, @CurrentActor() actor: Actor): Promise<void> {
    const known =
      id.safeParse(number).success && (await this.notifications.read(actor.userId, number, await this.clock.now()));
    if (!known) throw notFound('没有这条消息。');
  }
}
