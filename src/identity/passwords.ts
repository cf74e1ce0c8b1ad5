import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with the library's default cost, the first choice of OWASP. */
const REAL: Options = {};
/** The demonstration prints its passwords at the start, so costly hashes would protect nothing. */
const DEMO: Options = { memoryCost: 256, timeCost: 1, parallelism: 1 };

export class Passwords {
  private readonly options: Options;
  private nobody: Promise<string> | null = null;

  constructor(demo: boolean) {
    this.options = demo ? DEMO : REAL;
  }

  hash(password: string): Promise<string> {
    return hash(password, this.options);
  }

  /** Takes as long for an unknown user, so that the delay does not tell which usernames exist. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    this.nobody ??= this.hash('nobody');
    const right = await verify(passwordHash ?? (await this.nobody), password);
    return right && passwordHash !== null;
  }
}
