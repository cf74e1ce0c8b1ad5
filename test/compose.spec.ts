import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { loadConfig } from '#src/config.js';

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  volumes: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test: string[]; interval: string; retries: number };
}

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const dockerfile = read('Dockerfile');

/** Replaces the variables as Docker Compose would. */
const filled = (text: string) =>
  text.replace(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_, name: string, fallback?: string) => fallback ?? `${name}${'x'.repeat(40)}`,
  );

describe('docker-compose.yml', () => {
  it('runs the four services', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'postgres', 'redis', 'worker']);
    expect(compose.services.postgres?.image).toMatch(/^postgres:(1[5-9]|[2-9]\d)/);
    expect(compose.services.redis?.command?.join(' ')).toContain('--appendonly yes');
  });

  it.each(services)('%s has a health check, and waits only for services that have one', (_name, service) => {
    expect(service.healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/);
    expect(service.healthcheck.retries).toBeGreaterThan(0);
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(condition).toBe('service_healthy');
      expect(compose.services[needed]?.healthcheck).toBeDefined();
    }
  });

  it.each(services)('%s mounts volumes that are declared', (_name, service) => {
    for (const volume of service.volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it.each(['api', 'worker'])('%s waits for both servers and gets a configuration the program accepts', (name) => {
    const service = compose.services[name]!;
    expect(Object.keys(service.depends_on ?? {}).sort()).toEqual(['postgres', 'redis']);
    const image = Object.fromEntries([...dockerfile.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]));
    const environment = Object.fromEntries(
      Object.entries(service.environment).map(([key, value]) => [key, filled(value)]),
    );
    const config = loadConfig({ ...image, ...environment });
    expect(config).toMatchObject({
      role: name,
      nodeEnv: 'production',
      host: '0.0.0.0',
      port: 3000,
      demoDirectory: false,
    });
    expect(new URL(config.databaseUrl!).hostname).toBe('postgres');
    expect(new URL(config.redisUrl!).hostname).toBe('redis');
    expect(service.volumes.map((volume) => volume.split(':')[1])).toContain(config.dataDir);
  });

  it('holds no secret and demands every one', () => {
    for (const line of read('docker-compose.yml').split('\n')) {
      const named = /\$\{\w*(?:PASSWORD|SECRET)\w*/.exec(line)?.[0];
      if (named) expect(line).toContain(`${named}:?`);
    }
    const passwords = services.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([key]) => /PASSWORD|SECRET|AUTH/.test(key)),
    );
    expect(passwords.length).toBeGreaterThan(0);
    for (const [, value] of passwords) expect(value).toMatch(/^\$\{\w+:\?/);
  });
});

describe('Dockerfile', () => {
  it('ends as an ordinary user and copies what exists', () => {
    const lines = dockerfile.split('\n');
    expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node');
    for (const [, file] of dockerfile.matchAll(/COPY --from=build \/app\/(\S+)/g)) {
      if (!/^(dist|node_modules)$/.test(file!)) expect(existsSync(path.join(ROOT, file!))).toBe(true);
    }
    expect(dockerfile).toContain('"dist/src/main.js"');
  });
});
