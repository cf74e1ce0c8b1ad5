import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type AppConfig } from '../config.js';
import { tooMany, unauthenticated } from '../http/problem.js';
import { DirectoryStore } from '../persistence/stores/directory.store.js';
import { demoAccounts, demoUnits } from './demo-directory.js';
import { LoginLimit } from './login-limit.js';
import { Passwords } from './passwords.js';
import { TOKEN_SECONDS, TokensService } from './tokens.service.js';

export interface Session {
  accessToken: string;
  tokenType: 'Bearer';
  /** Seconds. */
  expiresIn: number;
}

@Injectable()
export class AuthService implements OnModuleInit {
  private readonly passwords: Passwords;
  private readonly limit = new LoginLimit();

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    private readonly store: DirectoryStore,
    private readonly tokens: TokensService,
  ) {
    this.passwords = new Passwords(config.demoDirectory);
  }

  async onModuleInit(): Promise<void> {
    if (!this.config.demoDirectory) return;
    await this.store.fillIfEmpty(demoUnits, () =>
      Promise.all(
        demoAccounts.map(async ({ password, ...account }) => ({
          ...account,
          id: account.username,
          active: true,
          passwordHash: await this.passwords.hash(password),
        })),
      ),
    );
  }

  /** @throws Problem 401 when name and password do not belong together, 429 after too many such attempts. */
  async login(username: string, password: string, address: string): Promise<Session> {
    const key = `${address} ${username}`;
    const wait = this.limit.wait(key);
    if (wait > 0) throw tooMany(wait, `该账号登录失败次数过多，请在 ${wait} 秒后再试。`);
    const person = await this.store.withSecret(username);
    const right = await this.passwords.matches(password, person?.passwordHash ?? null);
    if (!person?.active || !right) {
      this.limit.failed(key);
      throw unauthenticated('用户名或密码不正确。');
    }
    return { accessToken: await this.tokens.issue(person.id), tokenType: 'Bearer', expiresIn: TOKEN_SECONDS };
  }
}
