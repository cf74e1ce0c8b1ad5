import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { oncePerProcedure } from '#machines/kit/law/once.js';
import { Procedures } from '#machines/kit/law/procedures.js';
import { describe, type ProcedureDescription } from '#machines/kit/read/describe.js';
import { mermaid } from '#machines/kit/read/diagram.js';
import { picturesOf, type Picture } from '#machines/kit/read/pictures.js';
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
  constructor(private readonly procedures: Procedures) {}

  @Get()
  @ApiOperation({ summary: '全部流程' })
  list() {
    return this.procedures.all().map((procedure) => {
      const { id, version, title, stages } = procedure;
      return { id, version, title, regulation: this.procedures.regulationOf(procedure).id, stages };
    });
  }

  @Get(':id')
  @ApiOperation({ summary: '一个流程：阶段、环节、事件及其内容格式、期限、材料、状态图；diagrams 为总图和各阶段的图' })
  one(@Param('id') id: string): ProcedurePage & { regulation: string } {
    const newest = this.procedures.newest().find((p) => p.id === id);
    if (!newest) throw notFound(`没有流程 ${id}。`);
    return { ...page(newest), regulation: this.procedures.regulationOf(newest).id };
  }
}
