import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ClauseLine } from '#machines/proof/clause-table.js';

@ApiTags('流程')
@ApiBearerAuth()
@Controller('api/v1/clauses')
export class ClausesController {
  private table: Promise<ClauseLine[]> | undefined;

  @Get()
  @ApiOperation({
    summary: '规定逐条：含义、对应的规则、步骤、期限和测试；没有编入的写明理由',
    description:
      '每条规则附不予办理时的原句(message)、补救办法(remedy)和逐个试过的例子(examples)；stories 为讲到本条的情景。例子和情景都是测试。',
  })
  list(): Promise<ClauseLine[]> {
    // Read at the first question: the examples and stories it quotes are of no use to a program that is not asked.
    return (this.table ??= Promise.all([
      import('#machines/proof/all.js'),
      import('#machines/proof/clause-table.js'),
    ]).then(([{ proofs }, { clauseTable }]) => proofs.flatMap(clauseTable)));
  }
}
