import pg from 'pg';

/**
 * A connection whose loss ends nothing but its own queries. A pool listens for errors of idle connections only; one that is in
 * use when the server goes away would end the process, although whoever waits for its answer is told anyway.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
