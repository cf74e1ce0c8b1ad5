/**
 * The pieces of SQL that keep something from being lost or doubled, each by itself: `npm run chaos:sabotage` takes one away at a time and
 * has to notice. The keys that stand behind them are in the migrations.
 */

/** Behind the select of a case: one change of it at a time, while others may still refer to it. */
export const ROW_LOCK = 'for no key update';

/** A case is only overwritten by the event after the one it holds ($7: 1), or by what is no event ($7: 0), whatever else went wrong. */
export const NEXT_SEQ_ONLY = 'where cases.seq = excluded.seq - $7::int';

/** $6 answers. A key under which something was answered already refuses the second answer, and with it the whole change. */
export const KEEP_ANSWERS = `insert into answers (actor_id, key, request, status, body, at)
      select actor_id, key, request, status, body, at from json_populate_recordset(null::answers, $6::json)`;

/** What becomes of the messages that somebody else is just carrying: they are left to them, or waited for. */
export type Held = 'left' | 'awaited';

/** Behind the select of messages: nobody else carries them meanwhile. */
export const messageLock = (held: Held): string => (held === 'awaited' ? 'for update' : 'for update skip locked');

/** Behind the insert of notifications: a message that is carried again arrives once. */
export const ONCE_IN_AN_INBOX = 'on conflict (source, user_id) do nothing';
