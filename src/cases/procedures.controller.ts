import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { oncePerProcedure } from '#machines/kit/law/once.js';
import { describe, type ProcedureDescription } from '#machines/kit/read/describe.js';
import { mermaid } from '#machines/kit/read/diagram.js';
import { picturesOf, type Picture } from '#machines/kit/read/pictures.js';
import { allProcedures } from '#machines/registry.js';
import { notFound } from '../http/problem.js';

type ProcedurePage = ProcedureDescription & { mermaid: string; diagrams: Picture[] };

const page = oncePerProcedure((procedure): ProcedurePage => ({
  ...describe(procedure),
  mermaid: mermaid(procedure),
  diagrams: picturesOf(procedure),
}));

@ApiTags('流程')
@ApiBearerAuth()
@Controller('api/v1/procedures')
export class ProceduresController {
  @Get()
  @ApiOperation({ summary: '全部流程' })
  list() {
    return allProcedures().map(({ id, version, title, stages }) => ({ id, version, title, stages }));
  }

  @Get(':id')
  @ApiOperation({ summary: '一个流程：阶段、环节、事件及其内容格式、期限、材料、状态图；diagrams 为总图和各阶段的图' })
  one(@Param('id') id: string): ProcedurePage {
    const newest = allProcedures()
      .filter((p) => p.id === id)
      .sort((a, b) => b.version - a.version)[0];
    if (!newest) throw notFound(`没有流程 ${id}。`);
    return page(newest);
  }
}
