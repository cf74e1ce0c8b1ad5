import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { demoLines } from '#src/boot/demo-lines.js';
import { startApp } from '../support/start-app.js';

describe('the list of demo accounts', () => {
  it('holds those with which one can sign in, and none where the accounts are others', async () => {
    const { app, config, close } = await startApp();
    const owner = new pg.Client({ connectionString: config.databaseUrl });
    await owner.connect();
    expect((await demoLines(app, config)).join(' ')).toMatch(/演示账号（口令是.* data-bureau .* admin/s);
    expect(await demoLines(app, { ...config, demoDirectory: false })).toEqual([]);
    expect(await demoLines(app, { ...config, role: 'worker' })).toEqual([]);
    await owner.query(`update users set active = false where username = 'finance'`);
    expect((await demoLines(app, config)).join(' ')).not.toMatch(/ finance /);
    await owner.query(`update users set password_hash = (select password_hash from users where username = 'finance')`);
    expect(await demoLines(app, config)).toEqual(['演示账号：没有建立，因为数据库里已经有别的账号']);
    await owner.end();
    await close();
  });
});
