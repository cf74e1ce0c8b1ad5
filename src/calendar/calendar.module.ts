import { Module } from '@nestjs/common';
import { CalendarStore } from '../persistence/stores/calendar.store.js';
import { ParameterStore } from '../persistence/stores/parameter.store.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { ParametersController } from './parameters.controller.js';
import { ParametersService } from './parameters.service.js';

@Module({
  controllers: [CalendarController, ParametersController],
  providers: [CalendarStore, ParameterStore, CalendarService, ParametersService],
  exports: [CalendarService, ParametersService],
})
export class CalendarModule {}
