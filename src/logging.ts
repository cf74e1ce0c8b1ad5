import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from './config.js';

const LEVELS: Readonly<Record<Config['logLevel'], LogLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** Nest's own reports of every module and route it found. They only help developers. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

const THROWN_AS_WELL = new Set(['NestApplication', 'ExceptionHandler']);

class AppLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (FRAMEWORK.has(String(rest.at(-1))) && !this.isLevelEnabled('debug')) return;
    super.log(message, ...(rest as [string]));
  }

  override error(message: unknown, ...rest: unknown[]): void {
    // The same error is also thrown to the caller. Logged as well, one taken port would look like two faults.
    if (THROWN_AS_WELL.has(String(rest.at(-1))) && !this.isLevelEnabled('debug')) return;
    super.error(message, ...(rest as [string]));
  }
}

export function createLogger(config: Config): ConsoleLogger {
  return new AppLogger({ logLevels: LEVELS[config.logLevel], json: config.nodeEnv === 'production' });
}
