import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../persistence/data-source.js';
import { isConnectionLost } from './connection-lost.js';

describe('a lost connection', () => {
  it('is also the error of a request to a stopping process, whose database is closed already', async () => {
    const closed = new DataSource(dataSourceOptions('postgres://nobody@127.0.0.1:1/nothing'));
    const error: unknown = await closed.query('select 1').catch((reason: unknown) => reason);
    expect(String(error)).toContain('Driver not Connected');
    expect(isConnectionLost(error)).toBe(true);
  });

  it('is no fault of ours', () => {
    expect(isConnectionLost(new TypeError('undefined is not a function'))).toBe(false);
    expect(isConnectionLost(Object.assign(new Error('division by zero'), { code: '22012' }))).toBe(false);
  });
});
