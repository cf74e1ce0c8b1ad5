import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Procedures } from '#machines/kit/law/procedures.js';
import { AuditModule } from './audit/audit.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { CalendarImportModule } from './calendar/calendar-import.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CLAUSES, type Clauses } from './cases/clauses.js';
import { ClockModule } from './clock/clock.module.js';
import { EngineModule } from './composition/engine.module.js';
import { CONFIG, type AppConfig } from './config.js';
import { DocumentsModule } from './documents/documents.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { PersistenceModule } from './persistence/persistence.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { TimersModule } from './timers/timers.module.js';

/**
 * Provides the configuration (`@Inject(CONFIG) config: AppConfig`), the law (`Procedures`) and the clause table to
 * every module.
 */
@Global()
@Module({})
export class AppModule {
  static register(config: AppConfig, procedures: Procedures, clauses: Clauses): DynamicModule {
    return {
      module: AppModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Procedures, useValue: procedures },
        { provide: CLAUSES, useValue: clauses },
      ],
      exports: [CONFIG, Procedures, CLAUSES],
      imports: [
        HealthModule,
        HttpModule,
        PersistenceModule.register(config),
        ClockModule,
        IdentityModule,
        CalendarModule,
        EngineModule,
        CasesModule,
        DocumentsModule,
        NoticesModule,
        TimersModule,
        SupervisionModule,
        CalendarImportModule,
        AuditModule,
        CalendarFeedModule,
      ],
    };
  }
}
