import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#machines/kit/facts.js';
import { unauthenticated } from '../http/problem.js';
import { CurrentActor } from './current-actor.js';
import { DirectoryService } from './directory.service.js';

@ApiTags('身份')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(private readonly directory: DirectoryService) {}

  @Get()
  @ApiOperation({ summary: '当前登录人：账号、姓名、单位和岗位' })
  async me(@CurrentActor() actor: Actor) {
    const person = await this.directory.person(actor.userId);
    if (!person) throw unauthenticated();
    const unit = person.unitId === null ? null : await this.directory.unit(person.unitId);
    return { username: person.username, name: person.name, unit: unit && { id: unit.id, name: unit.name, kind: unit.kind }, roles: person.roles };
  }
}
