import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Procedures } from '#machines/kit/law/procedures.js';
import { AppModule } from '../app.module.js';
import type { Clauses } from '../cases/clauses.js';
import type { AppConfig } from '../config.js';
import { observeRequests } from '../health/metrics.js';
import { createLogger } from '../logging.js';
import { createAdapter } from './adapter.js';
import { describeApi } from './open-api.js';
import { rateLimitOptions } from './rate-limit.js';

const FIELD_LIMIT = 64 * 1024;

/** Builds the whole program behind HTTP, ready to listen. The database must be migrated. */
export async function createApp(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, procedures, clauses),
    createAdapter(),
    { logger: createLogger(config), abortOnError: false },
  );
  await app.register(helmet, securityHeaders);
  await app.register(rateLimit, rateLimitOptions);
  await app.register(multipart, {
    limits: { files: 1, fileSize: config.maxUploadBytes, fields: 10, fieldSize: FIELD_LIMIT, parts: 20 },
  });
  observeRequests(app.getHttpAdapter().getInstance());
  describeApi(app, procedures);
  return app;
}

/** Builds the same program without HTTP: only queues and timers. */
export async function createWorker(
  config: AppConfig,
  procedures: Procedures,
  clauses: Clauses,
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.register(config, procedures, clauses), {
    logger: createLogger(config),
    abortOnError: false,
  });
}

/** The office network may use plain HTTP, so nothing here may force HTTPS. */
const securityHeaders = {
  hsts: false,
  contentSecurityPolicy: {
    directives: {
      upgradeInsecureRequests: null,
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
    },
  },
} as const;
