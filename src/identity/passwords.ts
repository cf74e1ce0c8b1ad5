import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with the library's default cost, OWASP's first choice. */
const REAL: Options = {};
/** The demonstration's passwords are printed at the start: nothing is protected by making them costly. */
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

  /** Takes as long for a user who does not exist, so that the answer's delay does not tell which usernames do. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    this.nobody ??= this.hash('nobody');
    const right = await verify(passwordHash ?? (await this.nobody), password);
    return right && passwordHash !== null;
  }
}
