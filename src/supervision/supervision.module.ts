import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StuckStore } from '../persistence/stores/stuck.store.js';
import { ListedStore } from '../persistence/stores/listed.store.js';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';
import { StuckService } from './stuck.service.js';
import { SupervisionController } from './supervision.controller.js';

@Module({ imports: [IdentityModule], controllers: [SupervisionController, ListsController], providers: [StuckStore, StuckService, ListedStore, ListsService] })
export class SupervisionModule {}
