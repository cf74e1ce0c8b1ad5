import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnknownYear } from '#machines/kit/words/calendar.js';
import { DefinitionChanged } from '../engine/definitions.js';
import { told, troubleOf } from '../health/trouble.js';
import { problemBody } from './problem-body.js';
import {
  beyondCalendar,
  invalidPayload,
  notFound,
  notYourStep,
  Problem,
  tooLarge,
  tooMany,
  unauthenticated,
  unavailable,
  unsupportedType,
} from './problem.js';
import { UNSTORABLE } from './json-bytes.js';

const RETRY_SECONDS = 60;

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .type('application/problem+json; charset=utf-8')
    .send(problemBody(problem, request.url.split('?')[0]!));
}

/** Turns every error into an answer. No other place does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, problem);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof DefinitionChanged)
      return unavailable(`${error.message}，请管理员升级全部进程后再办。`, { requestId: request.id });
    if (error instanceof UnknownYear) return beyondCalendar(error.year);
    if (isUnstorable(error)) return invalidPayload([{ pointer: '', message: UNSTORABLE }], UNSTORABLE);
    const trouble = troubleOf(error);
    if (trouble) {
      const line = `${request.id} ${request.method} ${routeOf(request)}: ${told(error)}`;
      // A connection comes back by itself. For the rest somebody has to do something.
      if (trouble.kind === 'unreachable' || trouble.kind === 'busy') this.logger.warn(line);
      else this.logger.error(line);
      return unavailable(trouble.detail, { requestId: request.id }, trouble.retryAfter);
    }
    if (error instanceof HttpException && error.getStatus() < 500) return fromHttpException(error);
    this.logger.error(
      `${request.id} ${request.method} ${routeOf(request)}`,
      error instanceof Error ? error.stack : String(error),
    );
    return new Problem(500, 'internal-error', '服务内部出错，请把请求编号告诉管理员。', { requestId: request.id });
  }
}

/** Returns the route's pattern, never the address: the address of a calendar is a credential. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unmatched';

/** Tells whether PostgreSQL refused a text: invalid byte sequence, untranslatable character. */
function isUnstorable(error: unknown): boolean {
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
  return code === '22021' || code === '22P05';
}

function fromHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  switch (status) {
    case 400:
      return malformed(error.cause);
    case 401:
      return unauthenticated();
    case 403:
      return notYourStep();
    case 404:
      return notFound();
    case 413:
      return tooLarge();
    case 415:
      return unsupportedType('不接受这种 Content-Type，请用 application/json；上传文件用 multipart/form-data。');
    case 429:
      return tooMany(RETRY_SECONDS);
    default:
      return new Problem(status, 'bad-request', '请求的格式不对。');
  }
}

function malformed(cause: unknown): Problem {
  const code = (cause as { code?: string } | undefined)?.code ?? '';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return wholeBody('缺少请求内容，这里需要 JSON。');
  if (code.startsWith('FST_ERR_CTP') || cause instanceof SyntaxError) return wholeBody('请求内容不是正确的 JSON。');
  return wholeBody('请求的格式不对。');
}

function wholeBody(message: string): Problem {
  return invalidPayload([{ pointer: '', message }], message);
}
