import pg from 'pg';

/**
 * A connection whose loss ends only its own queries. A pool listens only for errors of idle connections. If the server
 * goes away, a connection in use would end the process, although its queries fail anyway.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
