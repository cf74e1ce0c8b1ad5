import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationStore } from '../persistence/stores/notification.store.js';
import { NotificationsController } from './notifications.controller.js';

@Module({
  imports: [IdentityModule, ChannelsModule],
  controllers: [NotificationsController],
  providers: [NotificationStore],
})
export class NoticesModule {}
