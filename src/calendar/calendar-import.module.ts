import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CalendarStore } from '../persistence/stores/calendar.store.js';
import { RecountStore } from '../persistence/stores/recount.store.js';
import { CalendarModule } from './calendar.module.js';
import { CalendarDifference } from './difference.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';

/** Writing the calendar. A module of its own: it looks at cases, and what keeps cases stands on the calendar. */
@Module({
  imports: [AuditModule, CalendarModule],
  controllers: [ImportController],
  providers: [CalendarStore, RecountStore, CalendarDifference, ImportService],
})
export class CalendarImportModule {}
