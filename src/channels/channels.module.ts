import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { HealthModule } from '../health/health.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { DeliveryListStore } from '../persistence/stores/delivery-list.store.js';
import { DeliveryStore } from '../persistence/stores/delivery.store.js';
import { EndpointStore } from '../persistence/stores/endpoint.store.js';
import { ChannelAudit } from './channel-audit.js';
import { Channels } from './channels.js';
import { DeliveriesController } from './deliveries.controller.js';
import { Dispatcher } from './dispatcher.js';
import { EndpointsController } from './endpoints.controller.js';
import { EndpointsService } from './endpoints.service.js';
import { MyEndpointsController } from './my-endpoints.controller.js';
import { QuietHours } from './quiet-hours.js';

@Module({
  imports: [AuditModule, CalendarModule, HealthModule, IdentityModule],
  controllers: [EndpointsController, MyEndpointsController, DeliveriesController],
  providers: [
    EndpointStore,
    DeliveryStore,
    DeliveryListStore,
    Channels,
    ChannelAudit,
    EndpointsService,
    QuietHours,
    Dispatcher,
  ],
  exports: [Channels, Dispatcher, DeliveryStore, DeliveryListStore],
})
export class ChannelsModule {}
