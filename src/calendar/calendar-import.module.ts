import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarModule } from './calendar.module.js';
import { CalendarDifference } from './difference.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';

/**
 * Provides the import of the calendar. It is a module of its own, because it looks at cases, and the modules of the
 * cases depend on the calendar.
 */
@Module({
  imports: [AuditModule, CalendarModule],
  controllers: [ImportController],
  providers: [CalendarDifference, ImportService],
})
export class CalendarImportModule {}
