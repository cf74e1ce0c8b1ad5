import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#machines/kit/case/facts.js';
import { forecast, type Prospect } from '#machines/kit/decide/forecast.js';
import { nameOfPrincipal } from '#machines/kit/words/directory.js';
import { Engine } from '../engine/engine.js';
import { notFound } from '../http/problem.js';
import { CurrentActor } from '../identity/current-actor.js';

export interface ProspectView extends Omit<Prospect, 'to'> {
  regulation: string;
  cite: string;
  /** Who is told or owes it, by name. */
  to: { principal: string; name: string }[];
}

@ApiTags('案件')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/forecast')
export class ForecastController {
  constructor(private readonly engine: Engine) {}

  @Get()
  @ApiOperation({
    summary: '预测：从今天起没有人办理，哪一天会发生什么',
    description:
      '提醒、到期、逾期、督办和到期自动办理的事项，按时间排列；反复提醒的只列第一次。其他案件带来的变化不在其内。',
  })
  async of(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<{ from: string; items: ProspectView[] }> {
    const view = await this.engine.view(id, actor);
    if (!view) throw notFound('没有这个案件，或者您无权查看。');
    const { procedure, state, facts } = view;
    const items = forecast(procedure, state, facts).map((prospect): ProspectView => ({
      ...prospect,
      regulation: facts.regulation.id,
      cite: facts.regulation.cite(prospect.clause),
      to: prospect.to.map((principal) => ({ principal, name: nameOfPrincipal(principal, facts.directory) })),
    }));
    return { from: facts.today, items };
  }
}
