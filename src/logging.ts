import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from './config.js';

const LEVELS: Readonly<Record<Config['logLevel'], LogLevel[]>> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** Nest's own report of every module and route it found: of use to whoever writes them. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

class AppLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (FRAMEWORK.has(String(rest.at(-1))) && !this.isLevelEnabled('debug')) return;
    super.log(message, ...(rest as [string]));
  }
}

export function createLogger(config: Config): ConsoleLogger {
  return new AppLogger({ logLevels: LEVELS[config.logLevel], json: config.nodeEnv === 'production' });
}
