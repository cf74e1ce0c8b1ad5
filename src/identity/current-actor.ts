import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#machines/kit/case/facts.js';

/** A request that the AuthGuard has let pass. */
export type SignedInRequest = FastifyRequest & { actor?: Actor };

/** Tells whether the person runs the system: accounts, calendar, parameters, and nothing in a case. */
export const isAdmin = ({ principals }: Actor): boolean => principals.includes('role:admin');

/** Gives a handler that is not public the person who asks. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('@CurrentActor() is used in a public handler');
  return actor;
});
