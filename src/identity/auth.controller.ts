import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { faultIn, tidied } from '#machines/kit/words/acceptable-text.js';
import { MOST_LOGIN_BYTES } from '../http/json-body.js';
import { LimitAttempts } from '../http/rate-limit.js';
import { AuthService, type Session } from './auth.service.js';
import { Public } from './public.js';

/** The attempts for one account from one address. */
const ATTEMPTS_A_MINUTE = 30;

/**
 * A name is taken as it is written. If two ways to write it were one account, each would have attempts of its own.
 */
const username = z
  .string()
  .min(1)
  .max(100)
  .refine(
    (said) => said === tidied(said) && faultIn(said, 'one') === null,
    '含有多余的空格或者看不见的字符，请重新输入。',
  );
/** The upper limits keep a stranger from having megabytes hashed. */
const credentials = z.strictObject({ username, password: z.string().min(1).max(200) });

@ApiTags('身份')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @Post('login')
  @LimitAttempts(ATTEMPTS_A_MINUTE, MOST_LOGIN_BYTES)
  @HttpCode(200)
  @ApiOperation({ summary: '登录，取得访问令牌' })
  login(@Body({ schema: credentials }) { username, password }: z.infer<typeof credentials>): Promise<Session> {
    return this.auth.login(username, password);
  }
}
