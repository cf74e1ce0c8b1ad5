import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import type { Schema } from '../http/open-api.js';
import { notFound, notYourStep } from '../http/problem.js';
import { parameters } from '../http/query.js';
import { CurrentActor, isAdmin } from '../identity/current-actor.js';
import { fourDigits } from './calendar.schemas.js';
import { CalendarService } from './calendar.service.js';
import { ImportService, type Imported } from './import.service.js';
import { readNoticeFile } from './notice-file.js';
import { readNoticeUpload } from './notice-upload.js';
import { noticeBody, noticeOf } from './notice.js';
import { templateOf } from './template.js';

const query = parameters({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((v) => v === 'true')
    .meta({ description: 'true：只比较，什么都不写入' }),
});
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function onlyAdmin(actor: Actor): void {
  if (!isAdmin(actor)) throw notYourStep('工作日历由管理员维护。');
}

@ApiTags('日历与参数')
@ApiBearerAuth()
@Controller('api/v1/calendar')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly calendar: CalendarService,
  ) {}

  @Post(':year')
  @HttpCode(200)
  @ApiOperation({
    summary: '按国务院办公厅的通知公布某年的日历；dryRun=true 只比较，不写入',
    description: '答复增减的日子和受影响的期限：总数和前200个。期限随后逐案重新计算。',
  })
  @ApiBody({ schema: z.toJSONSchema(noticeBody, { io: 'input', unrepresentable: 'any' }) as Schema })
  async json(
    @Param('year', { schema: fourDigits }) year: number,
    @Body() body: unknown,
    @Query({ schema: query }) { dryRun }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<Imported> {
    onlyAdmin(actor);
    const { notice, faults } = noticeOf(body);
    return dryRun ? this.imports.dryRun(year, notice, faults, actor) : this.imports.import(year, notice, faults, actor);
  }

  @Post(':year/file')
  @HttpCode(200)
  @ApiOperation({ summary: '同上，上传模板(.xlsx)或者JSON文件；通知名称和更正理由填在表单里' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        source: { type: 'string' },
        reason: { type: 'string' },
        confirmed: { type: 'string', enum: ['true', 'false'] },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async file(
    @Param('year', { schema: fourDigits }) year: number,
    @Req() request: FastifyRequest,
    @Query({ schema: query }) { dryRun }: z.infer<typeof query>,
    @CurrentActor() actor: Actor,
  ): Promise<Imported> {
    onlyAdmin(actor);
    const { name, bytes, fields } = await readNoticeUpload(request);
    const { notice, faults } = await readNoticeFile(name, bytes, fields);
    return dryRun ? this.imports.dryRun(year, notice, faults, actor) : this.imports.import(year, notice, faults, actor);
  }

  @Get(':year/template.xlsx')
  @ApiOperation({ summary: '某年日历的Excel模板，已填入现有的日子，改好后可以传回' })
  async template(@Param('year', { schema: fourDigits }) year: number): Promise<StreamableFile> {
    const found = await this.calendar.year(year);
    if (!found) throw notFound(`工作日历中没有 ${year} 年。`);
    return new StreamableFile(await templateOf(found), {
      type: WORKBOOK,
      disposition: `attachment; filename="calendar-${year}.xlsx"`,
    });
  }
}
