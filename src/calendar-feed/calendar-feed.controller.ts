import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#machines/kit/case/facts.js';
import { CONFIG, type AppConfig } from '../config.js';
import { notFound } from '../http/problem.js';
import { LimitByAddress } from '../http/rate-limit.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Public } from '../identity/public.js';
import { CalendarFeedService } from './calendar-feed.service.js';

/** Calendar programs ask every quarter of an hour at most, but an office behind one address has many people. */
const LOOKS_A_MINUTE = 60;
const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

@ApiTags('日历订阅')
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Post('api/v1/me/calendar-feed')
  @ApiBearerAuth()
  @ApiOperation({ summary: '取得本人期限日历的订阅地址，只显示这一次；原来的地址随即失效' })
  async open(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<{ url: string }> {
    const base = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    return { url: `${base}/calendar/${await this.feeds.open(actor)}.ics` };
  }

  @Delete('api/v1/me/calendar-feed')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: '停用本人期限日历的订阅地址' })
  async close(@CurrentActor() actor: Actor): Promise<void> {
    await this.feeds.close(actor);
  }

  @Get('calendar/:file')
  @Public()
  @LimitByAddress(LOOKS_A_MINUTE)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=900')
  @ApiProduces('text/calendar')
  @ApiOperation({ summary: '一个人的未办结期限(iCalendar)；地址本身即凭证，不用登录' })
  async read(@Param('file') file: string): Promise<string> {
    const token = FILE.exec(file)?.[1];
    if (token === undefined) throw notFound('没有这个日历，或者它已经停用。');
    return this.feeds.read(token);
  }
}
