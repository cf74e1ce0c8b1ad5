import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { tooMany } from './problem.js';

/** Options of @fastify/rate-limit for the whole application: nothing is limited unless its handler says so. */
export const rateLimitOptions = {
  global: false,
  errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) =>
    tooMany(Math.max(1, Math.ceil(context.ttl / 1000))),
};

/**
 * Limits a handler by network address and by the `username` of its body: guessing one account's password is slow,
 * an office behind one address can still log in.
 */
export function LimitAttempts(perMinute: number): MethodDecorator {
  return RouteConfig({
    rateLimit: {
      max: perMinute,
      timeWindow: 60_000,
      // The body is read only by then.
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
