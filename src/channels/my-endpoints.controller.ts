import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { EndpointView } from './endpoint-view.js';
import { endpointId, mailAddress } from './endpoints.controller.js';
import { EndpointsService } from './endpoints.service.js';

const mail = z.strictObject({ address: mailAddress });
/** More than one person can have, even with those an administrator has added. */
const ALL = 100;

@ApiTags('消息通道')
@ApiBearerAuth()
@Controller('api/v1/me/endpoints')
export class MyEndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Get()
  @ApiOperation({ summary: '我的接收地址' })
  list(@CurrentActor() actor: Actor): Promise<EndpointView[]> {
    return this.endpoints.list(actor.userId, ALL, null);
  }

  @Post()
  @ApiOperation({ summary: '登记本人的电子邮箱：紧急的随到随发，其余每日汇总一封' })
  add(@Body({ schema: mail }) { address }: z.infer<typeof mail>, @CurrentActor() actor: Actor): Promise<EndpointView> {
    return this.endpoints.addOwnMail(actor, address);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '停用本人的接收地址' })
  async end(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.endpoints.end(actor, endpointId(id), actor.userId);
  }
}
