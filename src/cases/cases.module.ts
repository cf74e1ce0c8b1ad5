import { Global, Module } from '@nestjs/common';
import { excerptFor } from '#machines/kit/read/excerpt.js';
import { CASE_ACCESS, type CaseAccess } from '../documents/case-access.js';
import { mayContribute } from '../engine/case-of.js';
import { Engine } from '../engine/engine.js';
import { notFound } from '../http/problem.js';
import { IdentityModule } from '../identity/identity.module.js';
import { BoxStore } from '../persistence/stores/box.store.js';
import { CaseListStore } from '../persistence/stores/case-list.store.js';
import { DeadlineHistoryStore } from '../persistence/stores/deadline-history.store.js';
import { HistoryStore } from '../persistence/stores/history.store.js';
import { CasesController } from './cases.controller.js';
import { ClausesController } from './clauses.controller.js';
import { ForecastController } from './forecast.controller.js';
import { Onlookers } from './onlooker.js';
import { ProceduresController } from './procedures.controller.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';
import { TodayService } from './today.service.js';

const access = (engine: Engine): CaseAccess => ({
  async require(caseId, actor) {
    const view = await engine.view(caseId, actor);
    if (!view) throw notFound('没有这个案件，或者您无权查看。');
    const { status } = view.state.position;
    const open = status === 'active' || status === 'suspended';
    return {
      procedureId: view.record.procedure,
      procedureVersion: view.record.procedureVersion,
      open,
      mayContribute: mayContribute(view, view.seenBy),
      reads: (kind) => excerptFor(view.procedure, view.state, view.seenBy)?.reads(kind) ?? true,
    };
  },
});

@Global()
@Module({
  imports: [IdentityModule],
  controllers: [CasesController, ForecastController, TasksController, ProceduresController, ClausesController],
  providers: [
    CaseListStore,
    HistoryStore,
    DeadlineHistoryStore,
    BoxStore,
    TasksService,
    TodayService,
    Onlookers,
    { provide: CASE_ACCESS, inject: [Engine], useFactory: access },
  ],
  exports: [CASE_ACCESS, CaseListStore, TodayService, Onlookers],
})
export class CasesModule {}
