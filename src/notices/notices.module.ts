import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationStore } from '../persistence/stores/notification.store.js';
import { OutboxStore } from '../persistence/stores/outbox.store.js';
import { NotificationsController } from './notifications.controller.js';
import { Relay } from './relay.js';

@Module({
  imports: [IdentityModule],
  controllers: [NotificationsController],
  providers: [OutboxStore, NotificationStore, Relay],
  exports: [Relay, OutboxStore],
})
export class NoticesModule {}
