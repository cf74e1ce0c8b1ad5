import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { unavailable } from '../http/problem.js';
import { Public } from '../identity/public.js';
import { registry } from './metrics.js';
import { Readiness } from './readiness.js';

@Public()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready() {
    const { ready, checks, because } = await this.readiness.check();
    if (!ready) throw unavailable('process' in checks ? '服务正在停止，请改用其他进程。' : because, { checks });
    return { status: 'ok', checks };
  }

  @Get('metrics')
  @Header('content-type', registry.contentType)
  metrics() {
    return registry.metrics();
  }
}
