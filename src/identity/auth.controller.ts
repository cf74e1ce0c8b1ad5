import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LimitAttempts } from '../http/rate-limit.js';
import { AuthService, type Session } from './auth.service.js';
import { Public } from './public.js';

/** The attempts for one account from one address. */
const ATTEMPTS_A_MINUTE = 30;
/** A name and a password take a few hundred bytes. */
const MOST_BYTES = 4 * 1024;

/** The upper limits keep a stranger from having megabytes hashed. */
const credentials = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });

@ApiTags('身份')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @Post('login')
  @LimitAttempts(ATTEMPTS_A_MINUTE, MOST_BYTES)
  @HttpCode(200)
  @ApiOperation({ summary: '登录，取得访问令牌' })
  login(@Body({ schema: credentials }) { username, password }: z.infer<typeof credentials>): Promise<Session> {
    return this.auth.login(username, password);
  }
}
