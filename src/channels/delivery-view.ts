import type { Directory } from '#machines/kit/words/directory.js';
import type { DeliveryRow } from '../persistence/stores/delivery-list.store.js';
import { CHANNEL_LABELS } from './channel.js';
import { shownAddress } from './endpoint-view.js';

/** Describes a message on its way, without its text: an administrator decides nothing in a case. */
export function deliveryView(
  { endpoint: { id, channel, address, userId, unitId }, ...row }: DeliveryRow,
  { units, people }: Directory,
) {
  const to = userId === null ? units.get(unitId!)?.name : people.get(userId)?.name;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    to: to ?? userId ?? unitId,
    endpoint: { id, channel, channelLabel: CHANNEL_LABELS[channel], address: shownAddress(channel, address) },
    plannedAt: row.plannedAt,
    dueAt: row.dueAt,
    sentAt: row.sentAt,
    deliveredAt: row.deliveredAt,
    readAt: row.readAt,
    failedAt: row.failedAt,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt,
    error: row.error,
    dismissed: row.dismissed,
    cases: row.cases,
  };
}

export type DeliveryView = ReturnType<typeof deliveryView>;
