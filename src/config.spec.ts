import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { ConfigError, loadConfig } from './config.js';

describe('configuration', () => {
  it('starts with nothing set', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      role: 'all',
      port: 3000,
      host: '127.0.0.1',
      clock: 'system',
      demoDirectory: true,
      maxUploadBytes: 104857600,
      sweepSeconds: 30,
    });
    expect(config.documentsDir).toBe(path.resolve('.data', 'documents'));
    expect(config.clockStart).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('gives an external database no demo accounts unless asked', () => {
    const DATABASE_URL = 'postgres://u:p@127.0.0.1/x';
    expect(loadConfig({ DATABASE_URL }).demoDirectory).toBe(false);
    expect(loadConfig({ DATABASE_URL, DEMO_DIRECTORY: 'true' }).demoDirectory).toBe(true);
    expect(loadConfig({ DEMO_DIRECTORY: 'false' }).demoDirectory).toBe(false);
  });

  it('treats an empty value as absent', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('starts a simulated clock on a day', () => {
    expect(loadConfig({ CLOCK: 'simulated' }).clockStart).toBe('2025-01-01');
    expect(loadConfig({ CLOCK: 'simulated', CLOCK_START: '2026-02-28' }).clockStart).toBe('2026-02-28');
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['PORT', '-1'],
    ['ROLE', 'boss'],
    ['CLOCK', 'slow'],
    ['CLOCK_RATE', '0'],
    ['CLOCK_RATE', '2.5'],
    ['CLOCK_START', '2025-02-30'],
    ['CLOCK_START', 'tomorrow'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'no address'],
    ['REDIS_URL', 'redis://localhost/abc'],
    ['DATABASE_URL', 'postgres://u:p%zz@127.0.0.1/x'],
    ['SMTP_URL', 'smtp://'],
    ['PUBLIC_URL', 'https://bihuan.example.gov.cn/?a=b'],
    ['PUBLIC_URL', 'https://u:p@bihuan.example.gov.cn'],
    ['DEMO_DIRECTORY', 'yes'],
    ['AUTH_SECRET', 'short'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['SWEEP_SECONDS', '0'],
    ['MAX_UPLOAD_BYTES', '1'],
    ['SMTP_URL', 'mail.example.gov.cn'],
    ['MAIL_FROM', '闭环'],
    ['MAIL_FROM', 'a@b.cn, c@d.cn'],
    ['PUBLIC_URL', 'bihuan.example.gov.cn'],
  ])('refuses %s=%s in one line that names the variable', (name, value) => {
    const start = () => loadConfig({ [name]: value });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(new RegExp(`^环境变量 ${name} .*。$`));
  });

  it('never repeats a secret', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://user:hunter2@db/x' })).toThrow(/^(?!.*hunter2)/);
  });

  it('demands a mail server and a sender together, and removes the slash at the end of PUBLIC_URL', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.gov.cn', MAIL_FROM: '闭环 <bihuan@example.gov.cn>' };
    expect(loadConfig({ ...mail, PUBLIC_URL: 'https://bihuan.example.gov.cn/' })).toMatchObject({
      smtpUrl: mail.SMTP_URL,
      mailFrom: mail.MAIL_FROM,
      publicUrl: 'https://bihuan.example.gov.cn',
    });
    for (const [name, value] of Object.entries(mail))
      expect(() => loadConfig({ [name]: value })).toThrow(/SMTP_URL 和 MAIL_FROM/);
    expect(() => loadConfig({ SMTP_URL: 'http://user:hunter2@mail' })).toThrow(/^(?!.*hunter2)/);
  });

  it('lets a fast clock run at a rate of its own', () => {
    expect(loadConfig({ CLOCK: 'fast' })).toMatchObject({ clockStart: '2025-01-01', clockRate: 720 });
    expect(loadConfig({ CLOCK: 'fast', CLOCK_RATE: '86400' }).clockRate).toBe(86_400);
    expect(loadConfig({ CLOCK: 'simulated', CLOCK_RATE: '86400' }).clockRate).toBeUndefined();
  });

  it.each(['simulated', 'fast'])('refuses a %s clock in production', (CLOCK) => {
    expect(() => loadConfig({ CLOCK, NODE_ENV: 'production' })).toThrow(/CLOCK/);
  });
});
