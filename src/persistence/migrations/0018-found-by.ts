import type { MigrationInterface, QueryRunner } from 'typeorm';

const AT_ONCE = 1_000;

/** The form in which texts are searched, as `searchForm` was when this was written. */
const formOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Open_Punctuation}/gu, '(')
    .replace(/\p{Close_Punctuation}/gu, ')')
    .replace(/[\p{Initial_Punctuation}\p{Final_Punctuation}']/gu, '"')
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-');

/**
 * Adds the form of a case's title and number in which they are searched, and writes it for the rows there are. A row
 * that an older program writes meanwhile has none. PostgreSQL could not write it: what it takes for the lower case of a
 * letter depends on the server.
 */
export class FoundBy0000000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cases add column found_by text');
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = (await runner.query('select id, title, number from cases where id > $1 order by id limit $2', [
        last,
        AT_ONCE,
      ])) as { id: string; title: string; number: string }[];
      if (rows.length === 0) return;
      await runner.query(
        'update cases c set found_by = x.form from unnest($1::uuid[], $2::text[]) as x (id, form) where c.id = x.id',
        [rows.map(({ id }) => id), rows.map(({ title, number }) => `${formOf(title)} ${formOf(number)}`)],
      );
      last = rows.at(-1)!.id;
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
