import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Leaving } from './leaving.js';
import { Readiness } from './readiness.js';

@Global()
@Module({ controllers: [HealthController], providers: [Leaving, Readiness], exports: [Leaving, Readiness] })
export class HealthModule {}
