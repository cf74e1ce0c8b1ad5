import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { instant, prose } from '#machines/kit/words/fields.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { conflict, notFound, type Problem } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { CurrentActor } from '../identity/current-actor.js';
import { DirectoryService } from '../identity/directory.service.js';
import { DELIVERY_STATES, DeliveryListStore } from '../persistence/stores/delivery-list.store.js';
import { DeliveryStore } from '../persistence/stores/delivery.store.js';
import { adminOnly } from './admin-only.js';
import { ChannelAudit } from './channel-audit.js';
import { deliveryView, type DeliveryView } from './delivery-view.js';
import { QuietHours } from './quiet-hours.js';

const query = parameters({
  state: z.enum(DELIVERY_STATES).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const place = z.strictObject({ at: instant, id: z.uuid() });
const dismissal = z.strictObject({ reason: prose(500).meta({ description: '为什么不再发送' }) });

/** The messages that left the house, for the people who take care of delivery. */
@ApiTags('消息通道')
@ApiBearerAuth()
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(
    private readonly lists: DeliveryListStore,
    private readonly deliveries: DeliveryStore,
    private readonly directory: DirectoryService,
    private readonly audit: ChannelAudit,
    private readonly quiet: QuietHours,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: '外发的消息，新的在前；限管理员',
    description:
      'delivered 指邮件服务器或机器人已接收；read 指其中的消息都已在收件箱标为已读；empty 指发送时已没有未读的内容。',
  })
  async list(
    @Query({ schema: query }) { state, cursor, limit }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
    adminOnly(actor);
    const [found, directory] = await Promise.all([
      this.lists.page(state ?? null, limit + 1, fromCursor(cursor, place)),
      this.directory.current(),
    ]);
    const shown = found.slice(0, limit);
    return {
      items: shown.map((row) => deliveryView(row, directory)),
      nextCursor: found.length > limit ? toCursor(shown.at(-1)!.place) : null,
    };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: '重发没有送达的消息，免打扰时段内的等到时段结束；限管理员' })
  retry(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DeliveryView> {
    adminOnly(actor);
    return this.changed(id, async (now) =>
      this.deliveries.retry(id, await this.quiet.after(now), (tx) =>
        this.audit.delivery(tx, 'delivery.retried', id, null, actor, now),
      ),
    );
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @ApiOperation({ summary: '不再发送没有送达的消息，写明理由；限管理员' })
  dismiss(
    @Param('id') id: string,
    @Body({ schema: dismissal }) { reason }: z.infer<typeof dismissal>,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryView> {
    adminOnly(actor);
    return this.changed(id, (now) =>
      this.deliveries.dismiss(id, actor.userId, reason, now, (tx) =>
        this.audit.delivery(tx, 'delivery.dismissed', id, reason, actor, now),
      ),
    );
  }

  private async changed(id: string, change: (now: string) => Promise<boolean>): Promise<DeliveryView> {
    const known = z.uuid().safeParse(id).success;
    const done = known && (await change(await this.clock.now()));
    const row = known ? await this.lists.one(id) : null;
    if (!row || !done) throw refusal(row !== null);
    return deliveryView(row, await this.directory.current());
  }
}

const refusal = (known: boolean): Problem =>
  known ? conflict('只有没有送达的消息才能重发或者不再发送。') : notFound('没有这条外发的消息。');
