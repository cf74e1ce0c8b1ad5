import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { clauseTable, type ClauseLine } from '#machines/clause-table.js';

@ApiTags('流程')
@ApiBearerAuth()
@Controller('api/v1/clauses')
export class ClausesController {
  private table: ClauseLine[] | undefined;

  @Get()
  @ApiOperation({ summary: '规定逐条：含义、对应的规则；没有编入的写明理由' })
  list(): ClauseLine[] {
    return (this.table ??= clauseTable());
  }
}
