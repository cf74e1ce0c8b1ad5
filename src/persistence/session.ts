/**
 * What the program relies on in every session, whatever the server, the database or the user has as a default. Each may
 * be set by anybody, and PostgreSQL 15 knows each.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  // How instants, days and bytes are written: pg reads these forms only.
  datestyle: 'ISO,YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  // How statements are read.
  standard_conforming_strings: 'on',
  backslash_quote: 'safe_encoding',
  array_nulls: 'on',
  transform_null_equals: 'off',
  // The row locks of the engine are made for this level: each statement sees what the lock waited for.
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  // A turn is a lock that a session holds while it is idle, and a migration waits for the one before as long as it takes.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
};

/** The tables' place, unless the address names another. */
const SEARCH_PATH = { search_path: '"$user",public' };

export interface Session {
  /** The address without its own `options`. */
  readonly connectionString: string;
  /** The settings of a new session, as PostgreSQL takes them when a connection opens. */
  readonly options: string;
}

/**
 * Returns how to open a connection. What DATABASE_URL says in `options` is kept where the program does not rely on
 * another value. It leaves the address because pg would take it instead of ours.
 */
export function sessionOf(databaseUrl: string): Session {
  const address = new URL(databaseUrl);
  const own = address.searchParams.get('options') ?? '';
  if (own !== '') address.searchParams.delete('options');
  const settings = { ...(/\bsearch_path\s*=/.test(own) ? {} : SEARCH_PATH), ...SETTINGS };
  return {
    connectionString: own === '' ? databaseUrl : address.href,
    // The last one counts.
    options: [own, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${escaped(value)}`)].join(' ').trim(),
  };
}

const escaped = (value: string): string => value.replace(/[\s\\]/g, '\\$&');
