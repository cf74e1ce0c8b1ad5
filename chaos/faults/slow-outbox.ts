import type { Fault } from './field.js';

const FUNCTION = `create or replace function slow_outbox() returns trigger language plpgsql as $$ begin perform pg_sleep(0.7); return new; end $$`;
const TRIGGER = `create or replace trigger slow_outbox before update on outbox for each row when (new.kind = 'signal' and new.done_at is not null) execute function slow_outbox()`;

/** Delays the mark that another case was told, so that the program can be killed between the two. */
export const slowOutbox: Fault = {
  name: 'signals marked slowly',
  weight: 1,
  happens: async ({ postgres }) => {
    await postgres.pool.query(FUNCTION);
    await postgres.pool.query(TRIGGER);
  },
};
