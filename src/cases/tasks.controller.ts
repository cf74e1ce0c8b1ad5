import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '#machines/kit/facts.js';
import { Engine } from '../engine/engine.js';
import { CurrentActor } from '../identity/current-actor.js';
import { DirectoryService } from '../identity/directory.service.js';
import { CaseListStore } from '../persistence/stores/case-list.store.js';
import { caseSummary } from './case-summary.js';
import { listTasks } from './cases.schemas.js';
import { TodayService } from './today.service.js';

@ApiTags('待办')
@ApiBearerAuth()
@Controller('api/v1/tasks')
export class TasksController {
  constructor(
    private readonly engine: Engine,
    private readonly lists: CaseListStore,
    private readonly directory: DirectoryService,
    private readonly today: TodayService,
  ) {}

  @Get()
  @ApiOperation({ summary: '等我办理的案件，紧急的在前' })
  async mine(@Query({ schema: listTasks }) { limit }: z.infer<typeof listTasks>, @CurrentActor() actor: Actor) {
    const [days, units] = await Promise.all([this.today.now(), this.directory.units()]);
    const name = (id: string): string => units.find((u) => u.id === id)?.name ?? id;
    const rows = await this.lists.todo(actor.principals, limit);
    const views = await Promise.all(rows.map((row) => this.engine.view(row.id, actor)));
    return rows.map((row, i) => {
      const summary = caseSummary(row, name, days);
      const actions = (views[i]?.actions ?? []).map(({ type, label, allowed, refusals }) => ({ type, label, allowed, refusals }));
      return { case: summary, actions, dueOn: summary.dueOn, light: summary.light };
    });
  }
}
