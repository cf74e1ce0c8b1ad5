import { GuardedClient } from './guarded-client.js';
import { sessionOf } from './session.js';

export interface PinnedDefinition {
  procedure: string;
  version: number;
  hash: string;
  /** The number of open cases that are pinned to it. */
  cases: number;
}

/** Returns the procedures, versions and shapes to which open cases are pinned. */
export async function pinnedDefinitions(databaseUrl: string): Promise<PinnedDefinition[]> {
  const client = new GuardedClient(sessionOf(databaseUrl));
  await client.connect();
  try {
    const { rows } = await client.query<PinnedDefinition>(
      `select procedure, procedure_version as version, definition_hash as hash, count(*)::int as cases from cases
       where status in ('active', 'suspended') group by 1, 2, 3 order by 1, 2`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
