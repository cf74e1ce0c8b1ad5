import type { Directory } from '#machines/kit/words/directory.js';
import type { Endpoint } from '../persistence/stores/endpoint.store.js';
import { CHANNEL_LABELS, type Channel } from './channel.js';

export interface EndpointView {
  id: string;
  channel: Channel;
  channelLabel: string;
  person: { id: string; name: string } | null;
  unit: { id: string; name: string } | null;
  /** The address of a robot or webhook, without its secret part. */
  address: string;
  signed: boolean;
  /** False while the installation lacks this channel. */
  channelOn: boolean;
  createdAt: string;
}

const SHOWN = 4;

/**
 * Returns the address without its secret: the key of a robot is a part of its address. What is shown is enough to tell
 * two apart and too little to use.
 */
export function shownAddress(channel: Channel, address: string): string {
  if (channel === 'email') return address;
  const { origin, pathname, search } = new URL(address);
  const rest = `${pathname}${search}`;
  return rest.length <= 2 * SHOWN ? origin : `${origin}/…${rest.slice(-SHOWN)}`;
}

const named = (id: string | null, known: ReadonlyMap<string, { name: string }>) =>
  id === null ? null : { id, name: known.get(id)?.name ?? id };

export const endpointView = (
  { id, channel, userId, unitId, address, secret, createdAt }: Endpoint,
  { units, people }: Directory,
  on: readonly Channel[],
): EndpointView => ({
  id,
  channel,
  channelLabel: CHANNEL_LABELS[channel],
  person: named(userId, people),
  unit: named(unitId, units),
  address: shownAddress(channel, address),
  signed: secret !== null,
  channelOn: on.includes(channel),
  createdAt,
});
