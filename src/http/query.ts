import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidPayload } from './problem.js';
import { quoted } from './quoted.js';

const unknown = (names: readonly string[], known: readonly string[]): string =>
  `网址中有不认识的参数：${quoted(names)}；${known.length > 0 ? `可以用的有：${known.join('、')}` : '这里不带参数'}。`;

/**
 * Builds the schema of a route's parameters; no others are allowed. A mistyped `dryrun` would really do the step, a
 * mistyped filter would list everything.
 */
export const parameters = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknown(issue.keys as string[], Object.keys(shape)) : undefined,
  });

/**
 * Refuses parameters on a route that writes and names none. A route that only reads gives the same answer with any
 * addition.
 */
@Injectable()
export class NoStrayParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const stray = Object.keys(query as object);
    if (method !== 'GET' && method !== 'HEAD' && stray.length > 0 && !takesParameters(context))
      throw invalidPayload([{ pointer: '', message: unknown(stray, []) }]);
    return next.handle();
  }
}

function takesParameters(context: ExecutionContext): boolean {
  const named = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(named).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
