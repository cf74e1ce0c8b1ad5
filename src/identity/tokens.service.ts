import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import { CONFIG, type AppConfig } from '../config.js';
import { SettingsStore } from '../persistence/stores/settings.store.js';

const ISSUER = 'bihuan';
const ALGORITHM = 'HS256';
export const TOKEN_SECONDS = 12 * 3600;

/** Session tokens. They run by the real clock, because a simulated one moves years in a second. */
@Injectable()
export class TokensService implements OnModuleInit {
  private key: Uint8Array;

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    private readonly settings: SettingsStore,
  ) {}

  async onModuleInit(): Promise<void> {
    const secret =
      this.config.authSecret ??
      (await this.settings.shared('auth.secret', () => randomBytes(32).toString('base64url')));
    this.key = new TextEncoder().encode(secret);
  }

  issue(userId: string): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_SECONDS)
      .sign(this.key);
  }

  /** Returns the user to whom a token was issued. Null if it is forged, expired or no token at all. */
  async userOf(token: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer: ISSUER,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'exp'],
      });
      return payload.sub ?? null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
