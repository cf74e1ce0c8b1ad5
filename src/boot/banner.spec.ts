import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config.js';
import { banner } from './banner.js';

const opened = { address: 'http://localhost:3000', now: '2025-01-06T08:00:00.000+08:00', rate: 0, lines: [] };
const lineOf = (env: Record<string, string>, found: object = {}): string =>
  banner(loadConfig({ DATA_DIR: '/data', ...env }), { ...opened, ...found }).split('\n')[1]!;

describe('what the start says', () => {
  it('is where the clock stands, not where it was asked to begin', () => {
    const simulated = { CLOCK: 'simulated', CLOCK_START: '2025-01-06' };
    expect(lineOf(simulated)).toMatch(/；模拟时钟，现在是 2025-01-06 08:00$/);
    expect(lineOf(simulated, { now: '2028-03-01T09:30:00.000+08:00' })).toMatch(
      /；模拟时钟，现在是 2028-03-01 09:30（接着数据库里的时刻，CLOCK_START 不起作用）$/,
    );
  });

  it('is how fast the clock runs, not how fast it was asked to', () => {
    const fast = { CLOCK: 'fast', CLOCK_START: '2025-01-06', CLOCK_RATE: '720' };
    expect(lineOf(fast, { rate: 720 })).toMatch(/；快速时钟，现在是 2025-01-06 08:00，快 720 倍$/);
    expect(lineOf(fast, { rate: 60 })).toContain('快 60 倍（接着数据库里的时钟走，CLOCK_RATE 不起作用）');
  });

  it('is where the data and the papers really are', () => {
    expect(lineOf({}, { dataFolder: '/var/lib/bihuan/ab12/pg' })).toBe(
      '数据库：内置 PostgreSQL（数据在 /var/lib/bihuan/ab12/pg）；队列：PostgreSQL；材料在 /data/documents',
    );
    expect(lineOf({ DATABASE_URL: 'postgres://u@h/d', REDIS_URL: 'redis://r', ROLE: 'worker' })).toBe(
      '数据库：外部 PostgreSQL；队列：Redis',
    );
  });
});
