import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { UnknownProcedure } from '#machines/kit/law/procedures.js';
import { instant } from '#machines/kit/words/fields.js';
import { Engine } from '../engine/engine.js';
import type { Answer } from '../engine/ports.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { invalidPayload, notFound, notYourStep } from '../http/problem.js';
import { CurrentActor } from '../identity/current-actor.js';
import { DirectoryService } from '../identity/directory.service.js';
import { BoxStore } from '../persistence/stores/box.store.js';
import { CaseListStore } from '../persistence/stores/case-list.store.js';
import { DeadlineHistoryStore } from '../persistence/stores/deadline-history.store.js';
import { HistoryStore } from '../persistence/stores/history.store.js';
import { caseSummary, type CaseSummary } from './case-summary.js';
import { caseView, type CaseView } from './case-view.js';
import { createCase, dryRun, idempotencyKey, listCases, sendEvent } from './cases.schemas.js';
import { historyFor, type ReadRow } from './history-view.js';
import { deadlineHistoryView, type DeadlineHistoryView } from './deadline-history.js';
import { Onlookers } from './onlooker.js';
import { renderAt } from './render.js';
import { TodayService } from './today.service.js';

const KEY = 'idempotency-key';
const NO_CASE = '没有这个案件，或者您无权查看。';
const place = z.strictObject({ at: instant, id: z.uuid() });

interface RelatedView {
  relation: string;
  label: string;
  cases: CaseSummary[];
}

@ApiTags('案件')
@ApiBearerAuth()
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly engine: Engine,
    private readonly lists: CaseListStore,
    private readonly boxes: BoxStore,
    private readonly histories: HistoryStore,
    private readonly deadlineHistories: DeadlineHistoryStore,
    private readonly directory: DirectoryService,
    private readonly today: TodayService,
    private readonly onlookers: Onlookers,
  ) {}

  @Post()
  @ApiOperation({
    summary: '登记案件；dryRun=true 只判断，不登记',
    description: '只判断的，答复 200 和将登记的案件：id 全为零，number 是眼下的下一个编号，不占用。',
  })
  @ApiHeader({ name: KEY, required: false, description: '同一个键重复提交只登记一次，答复相同' })
  async create(
    @Body({ schema: createCase }) body: z.infer<typeof createCase>,
    @Query({ schema: dryRun }) query: z.infer<typeof dryRun>,
    @Headers(KEY) header: string | undefined,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = keyOf(header);
    const unit = actor.unitId === null ? null : await this.directory.unit(actor.unitId);
    if (!unit) throw notYourStep('您的账号不属于任何单位，不能登记案件。');
    try {
      const command = { procedure: body.procedure, data: body.data, actor, unit, key, dryRun: query.dryRun };
      deliver(reply, await this.engine.create(command, renderAt(pathOf(request))));
    } catch (error) {
      if (error instanceof UnknownProcedure)
        throw invalidPayload([{ pointer: '/procedure', message: `${error.message}。` }]);
      throw error;
    }
  }

  @Get()
  @ApiOperation({ summary: '我能看到的案件，新的在前' })
  async list(
    @Query({ schema: listCases }) query: z.infer<typeof listCases>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: CaseSummary[]; nextCursor: string | null }> {
    const { cursor, limit, ...filter } = query;
    const days = await this.today.now();
    const rows = await this.lists.page(
      await this.onlookers.of(actor),
      filter,
      days,
      limit + 1,
      fromCursor(cursor, place),
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items: items.map((row) => caseSummary(row, days)),
      nextCursor: more ? toCursor({ at: last.createdAt.toISOString(), id: last.id }) : null,
    };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个案件：所处环节、等待谁、期限、可以办理的事项' })
  async one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<CaseView> {
    const view = await this.engine.view(id, actor);
    if (!view) throw notFound(NO_CASE);
    return caseView(view);
  }

  @Post(':id/events')
  @ApiOperation({ summary: '办理一步；dryRun=true 只判断，不办理' })
  @ApiHeader({ name: KEY, required: false, description: '同一个键重复提交只办理一次，答复相同' })
  async send(
    @Param('id') id: string,
    @Body({ schema: sendEvent }) body: z.infer<typeof sendEvent>,
    @Query({ schema: dryRun }) query: z.infer<typeof dryRun>,
    @Headers(KEY) header: string | undefined,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = {
      caseId: id,
      type: body.type,
      data: body.data,
      expectedSeq: body.expectedSeq,
      actingFor: body.actingFor,
      actor,
      key: keyOf(header),
      dryRun: query.dryRun,
    };
    deliver(reply, await this.engine.send(command, renderAt(pathOf(request))));
  }

  @Get(':id/history')
  @ApiOperation({
    summary: '办理经过；每条的 hash 链接上一条',
    description: '本人不能阅读内容的，withheld 为 true，data 为空。',
  })
  async history(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<readonly ReadRow[]> {
    const view = await this.engine.view(id, actor);
    if (!view) throw notFound(NO_CASE);
    return historyFor(view, await this.histories.of(id));
  }

  @Get(':id/related')
  @ApiOperation({ summary: '相关案件：按关系列出本人可以查看的案件' })
  async related(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<RelatedView[]> {
    const view = await this.engine.view(id, actor);
    if (!view) throw notFound(NO_CASE);
    const [days, onlooker] = await Promise.all([this.today.now(), this.onlookers.of(actor)]);
    const rows = await this.boxes.related(id, onlooker);
    const relations = [...new Set(rows.map((r) => r.relation))];
    return relations.map((relation) => ({
      relation,
      label: view.procedure.relations[relation]?.label ?? relation,
      cases: rows.filter((r) => r.relation === relation).map(({ row }) => caseSummary(row, days)),
    }));
  }

  @Get(':id/deadlines')
  @ApiOperation({ summary: '全部期限(含已办结的，逾期办结的注明逾期几个工作日)和已发出的提醒：何时、哪一级、告知谁' })
  async deadlines(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<DeadlineHistoryView[]> {
    const view = await this.engine.view(id, actor);
    if (!view) throw notFound(NO_CASE);
    return (await this.deadlineHistories.of(id)).map((kept) => deadlineHistoryView(view, kept));
  }
}

function keyOf(header: string | undefined): string | undefined {
  const parsed = idempotencyKey.safeParse(header);
  if (!parsed.success) throw invalidPayload([{ pointer: '', message: `${parsed.error.issues[0]!.message}。` }]);
  return parsed.data;
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0]!;

function deliver(reply: FastifyReply, { status, body }: Answer): void {
  void reply
    .status(status)
    .type(status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8')
    .send(body);
}
