import type { Push } from '../persistence/stores/delivery-list.store.js';
import type { NotificationView } from '../persistence/stores/notification.store.js';

/** Adds to a line of an inbox every way it went: the inbox itself, then the channels by which it left the house. */
export function withChannels(row: NotificationView, pushes: readonly Push[]) {
  const { plannedAt, sentAt, deliveredAt, readAt } = row;
  const inbox = {
    channel: 'inbox',
    kind: null,
    state: readAt ? 'read' : deliveredAt ? 'delivered' : 'sent',
    plannedAt,
    sentAt,
    deliveredAt,
    readAt,
    failedAt: null,
    error: null,
  };
  return {
    ...row,
    channels: [
      inbox,
      ...pushes
        .filter((p) => p.notificationId === row.id)
        .map(({ notificationId: _, deliveryId: __, ...push }) => push),
    ],
  };
}

export type Line = ReturnType<typeof withChannels>;
