import { describe, expect, it } from '@jest/globals';
import { sessionOf } from './session.js';

const URL_OF = 'postgres://u:p%40ss@db.example:5433/bihuan';

describe('a session', () => {
  it('has the settings that the program relies on, with blanks escaped', () => {
    const { connectionString, options } = sessionOf(`${URL_OF}?sslmode=require`);
    expect(connectionString).toBe(`${URL_OF}?sslmode=require`);
    expect(options).toContain('-c search_path="$user",public -c datestyle=ISO,YMD');
    expect(options).toContain('-c default_transaction_isolation=read\\ committed');
  });

  it('keeps what the address asks for, except what the program relies on', () => {
    const { connectionString, options } = sessionOf(
      `${URL_OF}?sslmode=require&options=-c%20search_path%3Dhouse%20-c%20datestyle%3DSQL%20-c%20work_mem%3D8MB`,
    );
    expect(connectionString).toBe(`${URL_OF}?sslmode=require`);
    expect(options).toMatch(/^-c search_path=house -c datestyle=SQL -c work_mem=8MB -c datestyle=ISO,YMD /);
    expect(options.match(/search_path/g)).toHaveLength(1);
  });
});
