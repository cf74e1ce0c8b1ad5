import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ClauseLine } from '#machines/kit/read/clause-line.js';
import { CLAUSES, type Clauses } from './clauses.js';

@ApiTags('流程')
@ApiBearerAuth()
@Controller('api/v1/clauses')
export class ClausesController {
  constructor(@Inject(CLAUSES) private readonly clauses: Clauses) {}

  @Get()
  @ApiOperation({
    summary: '规定逐条：含义、对应的规则、步骤、期限和测试；没有编入的写明理由',
    description:
      '每条规则附不予办理时的原句(message)、补救办法(remedy)和逐个试过的例子(examples)；stories 为讲到本条的情景。例子和情景都是测试。',
  })
  list(): Promise<readonly ClauseLine[]> {
    return this.clauses();
  }
}
