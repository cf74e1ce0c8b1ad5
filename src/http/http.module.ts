import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { HomeController } from './home.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { NoStrayParameters } from './query.js';
import { ValidationPipe } from './validation.js';

@Module({
  controllers: [HomeController],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: NoStrayParameters },
    { provide: APP_PIPE, useClass: ValidationPipe },
  ],
})
export class HttpModule {}
