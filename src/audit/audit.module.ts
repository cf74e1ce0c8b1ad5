import { Module } from '@nestjs/common';
import { AuditStore } from '../persistence/stores/audit.store.js';
import { AuditController } from './audit.controller.js';

/**
 * Every change by an administrator writes a line here, in the transaction of the change. A module that makes such
 * changes takes the store from this module.
 */
@Module({ controllers: [AuditController], providers: [AuditStore], exports: [AuditStore] })
export class AuditModule {}
