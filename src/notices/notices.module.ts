import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationStore } from '../persistence/stores/notification.store.js';
import { OutboxStore } from '../persistence/stores/outbox.store.js';
import { NotificationsController } from './notifications.controller.js';
import { Relay } from './relay.js';

@Module({
  imports: [IdentityModule, ChannelsModule],
  controllers: [NotificationsController],
  providers: [OutboxStore, NotificationStore, Relay],
  exports: [Relay, OutboxStore],
})
export class NoticesModule {}
