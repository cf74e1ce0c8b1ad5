/**
 * The pieces of SQL that keep something from being lost or doubled, each by itself: `npm run chaos:sabotage` takes one
 * away at a time and must notice. The keys that support them are in the migrations.
 */

/**
 * Stands behind the select of a case. It allows one change of the case at a time, while others may still refer to it.
 */
export const ROW_LOCK = 'for no key update';

/**
 * A case is only overwritten by the event after the one it holds ($7: 1), or by a change that is no event ($7: 0),
 * whatever else goes wrong.
 */
export const NEXT_SEQ_ONLY = 'where cases.seq = excluded.seq - $7::int';

/** Keeps the answers ($6). If a key has an answer already, this fails and with it the whole change. */
export const KEEP_ANSWERS = `insert into answers (actor_id, key, request, status, body, at)
      select actor_id, key, request, status, body, at from json_populate_recordset(null::answers, $6::json)`;

/** What to do with messages that somebody else is carrying: leave them, or wait for them. */
export type Held = 'left' | 'awaited';

/** Stands behind the select of messages. Nobody else carries them meanwhile. */
export const messageLock = (held: Held): string => (held === 'awaited' ? 'for update' : 'for update skip locked');

/** Stands behind the insert of notifications. A message that is carried again arrives once. */
export const ONCE_IN_AN_INBOX = 'on conflict (source, user_id) do nothing';
