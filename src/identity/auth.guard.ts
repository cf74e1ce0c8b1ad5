import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { unauthenticated } from '../http/problem.js';
import type { SignedInRequest } from './current-actor.js';
import { DirectoryService } from './directory.service.js';
import { PUBLIC } from './public.js';
import { TokensService } from './tokens.service.js';

/** Lets a request pass only with a valid token of an active account, unless the handler is public. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokensService,
    private readonly directory: DirectoryService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw unauthenticated();
    const userId = await this.tokens.userOf(token);
    const actor = userId === null ? null : await this.directory.actor(userId);
    if (!actor) throw unauthenticated('登录已失效，请重新登录。');
    request.actor = actor;
    return true;
  }
}
