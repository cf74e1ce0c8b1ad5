import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { CalendarYear } from '#machines/kit/calendar.js';
import { notFound } from '../http/problem.js';
import { CalendarService } from './calendar.service.js';

const fourDigits = z.string().regex(/^\d{4}$/, '年份为四位数字。').transform(Number);

@ApiTags('日历与参数')
@ApiBearerAuth()
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get(':year')
  @ApiOperation({ summary: '某年的节假日和调休上班日；published 为已公布，estimated 为推算(暂定)' })
  async year(@Param('year', { schema: fourDigits }) year: number): Promise<CalendarYear> {
    const found = await this.calendar.year(year);
    if (!found) throw notFound(`工作日历中没有 ${year} 年。`);
    return found;
  }
}
