import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '#machines/kit/case/facts.js';
import { CurrentActor } from '../identity/current-actor.js';
import { listTasks } from './cases.schemas.js';
import { TasksService, type Boxed, type Task } from './tasks.service.js';

/** The header with the place where the next page begins. The answer is a plain list and has no field for it. */
const NEXT = 'x-next-cursor';

@ApiTags('待办')
@ApiBearerAuth()
@Controller('api/v1/tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @ApiOperation({
    summary: '等我办理的案件，紧急的在前；box=done 已办，mine 我发起的，copied 抄送我的',
    description: `todo（默认）：数组，含交给本人和本人代理的人办理的事项，下一页的位置在响应头 ${NEXT}。其余：{items, nextCursor}，新的在前。`,
  })
  async list(
    @Query({ schema: listTasks }) { box, limit, cursor }: z.infer<typeof listTasks>,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task[] | { items: Boxed[]; nextCursor: string | null }> {
    if (box !== 'todo') return this.tasks.box(box, actor, limit, cursor);
    const { items, nextCursor } = await this.tasks.todo(actor, limit, cursor);
    if (nextCursor !== null) void reply.header(NEXT, nextCursor);
    return items;
  }
}
