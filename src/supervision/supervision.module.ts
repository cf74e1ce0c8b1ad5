import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { ListedStore } from '../persistence/stores/listed.store.js';
import { StatisticsStore } from '../persistence/stores/statistics.store.js';
import { StuckStore } from '../persistence/stores/stuck.store.js';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';
import { Scopes } from './scope.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';
import { StuckService } from './stuck.service.js';
import { SupervisionController } from './supervision.controller.js';

@Module({
  imports: [IdentityModule],
  controllers: [SupervisionController, ListsController, StatisticsController],
  providers: [Scopes, StuckStore, StuckService, ListedStore, ListsService, StatisticsStore, StatisticsService],
})
export class SupervisionModule {}
