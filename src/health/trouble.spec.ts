import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../persistence/data-source.js';
import { orStop, standsStill, told, troubleOf, type Trouble } from './trouble.js';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error(`no (${code})`), { code, ...more });

describe('what a server or disk refuses for its own state', () => {
  it.each<[kind: Trouble['kind'], codes: string[]]>([
    ['unreachable', ['08000', '08003', '08006', '57P01', '57P02', '57P03', '57P05', '25P03', 'ECONNRESET', 'EPIPE']],
    ['too-many-connections', ['53300']],
    ['full', ['53100']],
    ['exhausted', ['53000', '53200', '53400']],
    ['read-only', ['25006']],
    ['damaged', ['XX001', 'XX002', '58030', '58P01']],
    ['no-access', ['28P01', '28000', '3D000']],
    ['busy', ['40001', '40P01', '55P03', '57014']],
    ['folder', ['ENOSPC', 'EDQUOT', 'EIO']],
    ['machine', ['EMFILE', 'ENFILE', 'ENOMEM']],
  ])('is %s', (kind, codes) => {
    for (const code of codes) expect([code, troubleOf(coded(code))?.kind]).toEqual([code, kind]);
  });

  it.each(['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ESTALE', 'ENODEV'])(
    'is the folder at %s of a file',
    (code) => expect(troubleOf(coded(code, { syscall: 'open', path: '/x' }))?.kind).toBe('folder'),
  );

  it('is a database without its socket', () =>
    expect(troubleOf(coded('ENOENT', { syscall: 'connect', address: '/run/s' }))?.kind).toBe('unreachable'));

  it.each([
    "READONLY You can't write against a read only replica.",
    "OOM command not allowed when used memory > 'maxmemory'.",
    'MISCONF Redis is configured to save RDB snapshots',
    'LOADING Redis is loading the dataset in memory',
    'NOAUTH Authentication required.',
    "ERR Error running script (call to f_1): @user_script:9: @user_script: 9: -READONLY You can't write",
    'Connection is closed.',
    "Stream isn't writeable and enableOfflineQueue options is false",
  ])('is the queue: %s', (message) => expect(troubleOf(new Error(message))?.kind).toBe('queue'));

  it('is found in what wraps it, and says what to do', () => {
    const full = Object.assign(new Error('could not extend file'), { driverError: coded('53100') });
    expect(troubleOf(new Error('outer', { cause: full }))).toMatchObject({ kind: 'full', retryAfter: 30 });
    expect(troubleOf(new AggregateError([new Error('a'), coded('ECONNREFUSED')]))?.kind).toBe('unreachable');
    expect(told(full)).toBe('could not extend file；数据库所在的磁盘已满，请腾出空间；腾出后程序自己继续。');
  });

  it('is also the error of a request to a stopping process, whose database is closed already', async () => {
    const closed = new DataSource(dataSourceOptions('postgres://nobody@127.0.0.1:1/nothing'));
    const error: unknown = await closed.query('select 1').catch((reason: unknown) => reason);
    expect(String(error)).toContain('Driver not Connected');
    expect(troubleOf(error)?.kind).toBe('unreachable');
  });

  it.each([
    new TypeError('undefined is not a function'),
    coded('22012'),
    coded('23505'),
    coded('42P01'),
    coded('XX000'),
    coded('22P05'),
    coded('ERR_INVALID_ARG_TYPE'),
    coded('EACCES', { syscall: 'listen' }),
    new Error('the form says OOM or READONLY'),
    null,
    'ENOSPC',
  ])('is no fault of ours: %s', (error) => {
    expect(troubleOf(error)).toBeUndefined();
    expect(told(error)).toBe(error instanceof Error ? error.message : String(error));
  });

  it('stops work that would fail for everything, unless it only stood in the way of something', () => {
    expect(() => orStop(coded('53100'))).toThrow('53100');
    expect(() => orStop(coded('40P01'))).not.toThrow();
    expect([standsStill(coded('25006')), standsStill(coded('55P03')), standsStill(new Error('x'))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
