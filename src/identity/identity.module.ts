import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CalendarModule } from '../calendar/calendar.module.js';
import { AbsenceStore } from '../persistence/stores/absence.store.js';
import { DirectoryStore } from '../persistence/stores/directory.store.js';
import { SettingsStore } from '../persistence/stores/settings.store.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './absences.service.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { DirectoryController } from './directory.controller.js';
import { DirectoryService } from './directory.service.js';
import { MeController } from './me.controller.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [CalendarModule],
  controllers: [AuthController, MeController, AbsencesController, DirectoryController],
  providers: [
    DirectoryStore,
    AbsenceStore,
    SettingsStore,
    TokensService,
    AbsencesService,
    AuthService,
    DirectoryService,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [DirectoryService],
})
export class IdentityModule {}
