import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AuthService, type Session } from './auth.service.js';
import { Public } from './public.js';

/** The upper limits keep a stranger from having megabytes hashed. */
const credentials = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });

@ApiTags('身份')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: '登录，取得访问令牌' })
  login(@Body({ schema: credentials }) { username, password }: z.infer<typeof credentials>, @Req() request: FastifyRequest): Promise<Session> {
    return this.auth.login(username, password, request.ip);
  }
}
