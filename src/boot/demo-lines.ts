import type { INestApplicationContext } from '@nestjs/common';
import type { AppConfig } from '../config.js';
import { demoAccounts } from '../identity/demo-directory.js';
import { Passwords } from '../identity/passwords.js';
import { DirectoryStore } from '../persistence/stores/directory.store.js';
import { accountLines } from './banner.js';

/**
 * Returns the lines that list the demo accounts: those with which somebody can really sign in. A database that had
 * accounts of its own gets none, whatever the configuration says.
 */
export async function demoLines(app: INestApplicationContext, config: AppConfig): Promise<string[]> {
  if (!config.demoDirectory || config.role === 'worker') return [];
  const [store, passwords] = [app.get(DirectoryStore), new Passwords(true)];
  const open: { username: string }[] = [];
  for (const account of demoAccounts) {
    const person = await store.withSecret(account.username);
    if (person?.active && (await passwords.matches(account.password, person.passwordHash))) open.push(account);
  }
  return open.length > 0 ? accountLines(open) : ['演示账号：没有建立，因为数据库里已经有别的账号'];
}
