import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarModule } from './calendar.module.js';
import { CalendarDifference } from './difference.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';

/** Writing the calendar. A module of its own: it looks at cases, and what keeps cases stands on the calendar. */
@Module({
  imports: [AuditModule, CalendarModule],
  controllers: [ImportController],
  providers: [CalendarDifference, ImportService],
})
export class CalendarImportModule {}
