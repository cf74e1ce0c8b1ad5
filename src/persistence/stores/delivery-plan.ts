import type { EntityManager } from 'typeorm';
import { dayOf, type IsoInstant } from '#machines/kit/words/dates.js';

/** An inbox row that has just been written. */
export interface FreshNotification {
  id: string;
  source: string;
  urgent: boolean;
}

/** Tells when a line leaves that came into an inbox at a given instant. */
export type DueOf = (urgent: boolean, at: IsoInstant) => IsoInstant;

interface Reached {
  endpoint_id: string;
  notification_id: string;
}

interface Plan {
  key: string;
  endpointId: string;
  dueAt: IsoInstant;
  items: string[];
}

/**
 * Plans what leaves the house, in the transaction that fills the inboxes: a message for each place where the reader, or
 * their unit, can be reached. A unit's place gets one copy of what several of its people get. The key names the cause,
 * so that nothing is planned twice.
 */
export async function planDeliveries(
  tx: EntityManager,
  fresh: readonly FreshNotification[],
  channels: readonly string[],
  dueOf: DueOf,
  now: IsoInstant,
): Promise<void> {
  if (fresh.length === 0 || channels.length === 0) return;
  const reached: Reached[] = await tx.query(
    `select e.id as endpoint_id, n.id as notification_id
     from notifications n join users u on u.id = n.user_id join endpoints e on e.active and e.channel = any($2) and (e.user_id = n.user_id or e.unit_id = u.unit_id)
     where n.id = any($1::bigint[])`,
    [fresh.map((f) => f.id), channels],
  );
  if (reached.length === 0) return;
  const byId = new Map(fresh.map((f) => [f.id, f]));
  const urgent = reached.filter((r) => byId.get(r.notification_id)!.urgent);
  await insert(
    tx,
    'urgent',
    gathered(urgent, (r) => `urgent/${r.endpoint_id}/${byId.get(r.notification_id)!.source}`, dueOf(true, now)),
    now,
  );

  // A digest under way takes no more lines. A late line goes with the next digest.
  let rest = reached.filter((r) => !byId.get(r.notification_id)!.urgent);
  for (let at = now; rest.length > 0;) {
    const dueAt = dueOf(false, at);
    const planned = await insert(
      tx,
      'digest',
      gathered(rest, (r) => `digest/${r.endpoint_id}/${dayOf(dueAt)}`, dueAt),
      now,
    );
    rest = rest.filter((r) => !planned.has(r.endpoint_id));
    at = dueAt;
  }
}

function gathered(reached: readonly Reached[], keyOf: (r: Reached) => string, dueAt: IsoInstant): Plan[] {
  const plans = new Map<string, Plan>();
  for (const r of reached) {
    const key = keyOf(r);
    const plan = plans.get(key) ?? { key, endpointId: r.endpoint_id, dueAt, items: [] };
    plan.items.push(r.notification_id);
    plans.set(key, plan);
  }
  // The order is always the same: two relays at once wait for one another, and never both for ever.
  return [...plans.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Returns the endpoints whose message took its lines. */
async function insert(
  tx: EntityManager,
  kind: 'digest' | 'urgent',
  plans: readonly Plan[],
  now: IsoInstant,
): Promise<Set<string>> {
  if (plans.length === 0) return new Set();
  const rows: { id: string; key: string; endpoint_id: string }[] = await tx.query(
    `insert into deliveries (key, endpoint_id, kind, state, planned_at, due_at, next_attempt_at)
     select p.key, p.endpoint_id, $2, 'planned', $3, p.due_at, p.due_at
     from json_to_recordset($1::json) as p (key text, endpoint_id bigint, due_at timestamptz) order by p.key
     on conflict (key) do update set key = excluded.key where deliveries.state = 'planned' and deliveries.attempts = 0
     returning id, key, endpoint_id`,
    [
      JSON.stringify(plans.map(({ key, endpointId, dueAt }) => ({ key, endpoint_id: endpointId, due_at: dueAt }))),
      kind,
      now,
    ],
  );
  const ids = new Map(rows.map((r) => [r.key, r.id]));
  const items = plans.flatMap(({ key, items: some }) =>
    ids.has(key) ? some.map((n) => ({ delivery_id: ids.get(key), notification_id: n })) : [],
  );
  await tx.query(
    `insert into delivery_items (delivery_id, notification_id)
     select delivery_id, notification_id from json_to_recordset($1::json) as i (delivery_id uuid, notification_id bigint) on conflict do nothing`,
    [JSON.stringify(items)],
  );
  return new Set(rows.map((r) => r.endpoint_id));
}
