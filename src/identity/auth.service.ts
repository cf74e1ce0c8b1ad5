import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { demoUnits } from '#machines/demo-county.js';
import { CONFIG, type AppConfig } from '../config.js';
import { unauthenticated } from '../http/problem.js';
import { DirectoryStore } from '../persistence/stores/directory.store.js';
import { demoAccounts } from './demo-directory.js';
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

  /** @throws Problem 401 when name and password do not belong together. */
  async login(username: string, password: string): Promise<Session> {
    const person = await this.store.withSecret(username);
    const right = await this.passwords.matches(password, person?.passwordHash ?? null);
    if (!person?.active || !right) throw unauthenticated('用户名或密码不正确。');
    return { accessToken: await this.tokens.issue(person.id), tokenType: 'Bearer', expiresIn: TOKEN_SECONDS };
  }
}
