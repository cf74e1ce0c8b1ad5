import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Procedures } from '#machines/kit/law/procedures.js';
import { regulations } from '#machines/regulations.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { checkDefinitions } from '#src/boot/check-definitions.js';
import { Client } from '../support/client.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { startApp, type RunningApp } from '../support/start-app.js';

const procedures = new Procedures(regulations);

describe('a program whose procedure no longer has the shape its cases were pinned to', () => {
  let database: FreshDatabase;
  let app: RunningApp;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('does not start, and says so in a sentence', async () => {
    const client = new Client(app.url);
    const { body } = await client.create('education', 'project', declarationOf('旧定义', 1));
    await expect(checkDefinitions(database.url, procedures)).resolves.toBeUndefined();
    await app.app.get(DataSource).query(`update cases set definition_hash = 'another'`);
    await expect(checkDefinitions(database.url, procedures)).rejects.toThrow(
      '流程 project 第1版的定义与 1 个在办案件登记时不同',
    );
    const refused = await client.send('education', body.id, 'withdraw', { reason: '合并' });
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    await app.app.get(DataSource).query(`update cases set status = 'terminated'`);
    await expect(checkDefinitions(database.url, procedures)).resolves.toBeUndefined();
  });
});
