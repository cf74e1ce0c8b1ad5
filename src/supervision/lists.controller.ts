import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { text } from '#machines/kit/words/fields.js';
import { TodayService } from '../cases/today.service.js';
import { fromCursor, toCursor } from '../http/cursor.js';
import { parameters } from '../http/query.js';
import { sheetOf, workbook } from '../http/spreadsheet.js';
import { CurrentActor } from '../identity/current-actor.js';
import { everything } from './exported.js';
import { filters, pages } from './filters.js';
import { listedColumns } from './lists-sheet.js';
import { ListsService, type ListedItem, type ListView } from './lists.service.js';
import { Scopes } from './scope.js';

const { procedure: _, ...narrowed } = filters;
const query = parameters({ ...narrowed, ...pages });
const whole = parameters(narrowed);
const place = z.strictObject({ due: text(20), id: z.uuid() });

@ApiTags('督办')
@ApiBearerAuth()
@Controller('api/v1/supervision/lists')
export class ListsController {
  constructor(
    private readonly lists: ListsService,
    private readonly today: TodayService,
    private readonly scopes: Scopes,
  ) {}

  @Get()
  @ApiOperation({ summary: '常用清单：各列什么、依据哪一条、现有多少' })
  all(@CurrentActor() actor: Actor): Promise<ListView[]> {
    return this.lists.all(actor);
  }

  @Get(':id')
  @ApiOperation({ summary: '一份清单上的案件；到期早的在前' })
  async one(
    @Param('id') id: string,
    @Query({ schema: query }) q: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: ListedItem[]; nextCursor: string | null }> {
    const { cursor, limit, ...filter } = q;
    await this.scopes.check(filter);
    const { items, next } = await this.lists.page(actor, id, filter, limit, fromCursor(cursor, place));
    return { items, nextCursor: next && toCursor(next) };
  }

  @Get(':id/export')
  @ApiOperation({ summary: '导出一份清单(Excel)；条件与清单相同' })
  async export(
    @Param('id') id: string,
    @Query({ schema: whole }) filter: z.infer<typeof whole>,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    await this.scopes.check(filter);
    const { view } = await this.lists.page(actor, id, filter, 1, null);
    const items = await everything((limit, after: Parameters<ListsService['page']>[4]) =>
      this.lists.page(actor, id, filter, limit, after),
    );
    const { today } = await this.today.now();
    const { says, short } = await this.scopes.of(actor, filter);
    const headline = `${view.label}(${view.says}；${view.cite}；${says}${today}，共${items.length}项)`;
    return workbook(
      `${view.label}${today}${short}`,
      sheetOf({ name: view.label, headline, columns: listedColumns, items }),
    );
  }
}
