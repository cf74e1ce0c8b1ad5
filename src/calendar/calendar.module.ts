import { Module } from '@nestjs/common';
import { CalendarStore } from '../persistence/stores/calendar.store.js';
import { ParameterStore } from '../persistence/stores/parameter.store.js';
import { RecountStore } from '../persistence/stores/recount.store.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { ParametersController } from './parameters.controller.js';
import { ParametersService } from './parameters.service.js';

@Module({
  controllers: [CalendarController, ParametersController],
  providers: [CalendarStore, ParameterStore, RecountStore, CalendarService, ParametersService],
  exports: [CalendarService, ParametersService, CalendarStore, RecountStore],
})
export class CalendarModule {}
