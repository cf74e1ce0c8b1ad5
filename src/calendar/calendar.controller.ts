import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '../http/problem.js';
import type { KeptYear } from '../persistence/stores/calendar.store.js';
import { fourDigits } from './calendar.schemas.js';
import { CalendarService } from './calendar.service.js';

type ListedYear = Omit<KeptYear, 'holidays' | 'makeupWorkdays'> & {
  days: number;
  holidays: number;
  makeupWorkdays: number;
};

@ApiTags('日历与参数')
@ApiBearerAuth()
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @ApiOperation({ summary: '日历中的年份：是否已公布、来源、天数、版次、何时由谁导入；days 为放假和调休上班日的总数' })
  async list(): Promise<{ edition: number; years: ListedYear[] }> {
    const [years, { edition }] = await Promise.all([this.calendar.years(), this.calendar.current()]);
    return {
      edition,
      years: years.map(({ holidays, makeupWorkdays, ...year }) => ({
        ...year,
        days: holidays.length + makeupWorkdays.length,
        holidays: holidays.length,
        makeupWorkdays: makeupWorkdays.length,
      })),
    };
  }

  @Get(':year')
  @ApiOperation({ summary: '某年的节假日和调休上班日；published 为已公布，estimated 为推算(暂定)' })
  async year(@Param('year', { schema: fourDigits }) year: number): Promise<KeptYear> {
    const found = await this.calendar.year(year);
    if (!found) throw notFound(`工作日历中没有 ${year} 年。`);
    return found;
  }
}
