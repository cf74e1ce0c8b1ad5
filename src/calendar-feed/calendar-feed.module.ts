import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CalendarFeedStore } from '../persistence/stores/calendar-feed.store.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedStore, CalendarFeedService],
})
export class CalendarFeedModule {}
