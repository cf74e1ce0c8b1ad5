import { Global, Module } from '@nestjs/common';
import { CASE_ACCESS, type CaseAccess } from '../documents/case-access.js';
import { mayContribute } from '../engine/case-of.js';
import { Engine } from '../engine/engine.js';
import { notFound } from '../http/problem.js';
import { IdentityModule } from '../identity/identity.module.js';
import { CaseListStore } from '../persistence/stores/case-list.store.js';
import { HistoryStore } from '../persistence/stores/history.store.js';
import { CasesController } from './cases.controller.js';
import { ClausesController } from './clauses.controller.js';
import { ProceduresController } from './procedures.controller.js';
import { TasksController } from './tasks.controller.js';
import { TodayService } from './today.service.js';

const access = (engine: Engine): CaseAccess => ({
  async require(caseId, actor) {
    const view = await engine.view(caseId, actor);
    if (!view) throw notFound('没有这个案件，或者您无权查看。');
    const { status } = view.state.position;
    return { procedureId: view.record.procedure, procedureVersion: view.record.procedureVersion, open: status === 'active' || status === 'suspended', mayContribute: mayContribute(view.procedure, { unit: view.record.unit, snapshot: view.state.snapshot }, actor) };
  },
});

@Global()
@Module({
  imports: [IdentityModule],
  controllers: [CasesController, TasksController, ProceduresController, ClausesController],
  providers: [CaseListStore, HistoryStore, TodayService, { provide: CASE_ACCESS, inject: [Engine], useFactory: access }],
  exports: [CASE_ACCESS, CaseListStore, TodayService],
})
export class CasesModule {}
