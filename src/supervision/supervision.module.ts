import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { StuckStore } from '../persistence/stores/stuck.store.js';
import { StuckService } from './stuck.service.js';
import { SupervisionController } from './supervision.controller.js';

@Module({ imports: [IdentityModule], controllers: [SupervisionController], providers: [StuckStore, StuckService] })
export class SupervisionModule {}
