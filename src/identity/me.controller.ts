import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#machines/kit/case/facts.js';
import { dayOf } from '#machines/kit/words/dates.js';
import { CLOCK, type Clock } from '../clock/clock.js';
import { unauthenticated } from '../http/problem.js';
import { CurrentActor } from './current-actor.js';
import { DirectoryService } from './directory.service.js';

@ApiTags('身份')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly directory: DirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '当前登录人：账号、姓名、单位和岗位，今日代理谁，今日是否外出' })
  async me(@CurrentActor() actor: Actor) {
    const person = await this.directory.person(actor.userId);
    if (!person) throw unauthenticated();
    const unit = person.unitId === null ? null : await this.directory.unit(person.unitId);
    const today = dayOf(await this.clock.now());
    const [absent, { people }] = await Promise.all([this.directory.absentOn(today), this.directory.current()]);
    const away = absent.find((a) => a.userId === actor.userId);
    const standsInFor = (await this.directory.standsInFor(actor, today)).map(({ actingFor }) => ({
      id: actingFor!.userId,
      name: actingFor!.name,
      unit: actingFor!.unitId,
      until: absent.find((a) => a.userId === actingFor!.userId)!.to,
    }));
    return {
      username: person.username,
      name: person.name,
      unit: unit && { id: unit.id, name: unit.name, kind: unit.kind },
      roles: person.roles,
      standsInFor,
      away: away
        ? {
            until: away.to,
            substitute: { id: away.substituteId, name: people.get(away.substituteId)?.name ?? away.substituteId },
          }
        : null,
    };
  }
}
