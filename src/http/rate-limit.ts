import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { BodyConfig } from './json-body.js';
import { tooMany } from './problem.js';

/** Options of @fastify/rate-limit for the whole application: only handlers that ask for a limit have one. */
export const rateLimitOptions = {
  global: false,
  errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) =>
    tooMany(Math.max(1, Math.ceil(context.ttl / 1000))),
};

/**
 * Limits a handler by network address and by the `username` of its body. So it takes long to guess one account's
 * password, and an office behind one address can still log in.
 *
 * `mostBytes` is the most that somebody without an account may have read and hashed at once.
 */
export function LimitAttempts(perMinute: number, mostBytes: number): MethodDecorator {
  const body: BodyConfig = { mostBytes };
  return RouteConfig({
    ...body,
    rateLimit: {
      max: perMinute,
      timeWindow: 60_000,
      // The body has been read only then.
      hook: 'preHandler',
      keyGenerator: (request: FastifyRequest) =>
        `${request.ip} ${String((request.body as { username?: unknown } | null)?.username ?? '')}`,
    },
  });
}

/** Limits a handler by network address alone. */
export function LimitByAddress(perMinute: number): MethodDecorator {
  return RouteConfig({ rateLimit: { max: perMinute, timeWindow: 60_000 } });
}
