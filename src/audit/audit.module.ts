import { Module } from '@nestjs/common';
import { AuditStore } from '../persistence/stores/audit.store.js';
import { AuditController } from './audit.controller.js';

/** What administrators change leaves a line here, in the transaction of the change: whoever writes one takes the store from this module. */
@Module({ controllers: [AuditController], providers: [AuditStore], exports: [AuditStore] })
export class AuditModule {}
