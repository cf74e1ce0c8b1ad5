import ipaddr from 'ipaddr.js';
import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** The part of IPv6 that is given out to the open network. The rest is reserved for future use. */
const GLOBAL_6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Tells whether an address belongs to the open network. Others could be an office, a machine of this house, or a
 * cloud's own service, which nobody may reach through us.
 */
export function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_6));
}

// Accepts only what `isIP` calls an address: ipaddr.js also reads unusual spellings of IPv4.
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';

/** Returns the host of a URL without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Says in a sentence why the address of a robot or webhook is not accepted. Null if it is. A name is looked up only
 * when it is used.
 */
export function refusalOf(address: string, loopbackAllowed: boolean): string | null {
  if (!URL.canParse(address)) return '要写完整的网络地址，如 https://example.com/hook。';
  const url = new URL(address);
  const host = hostOf(url);
  const local = host === 'localhost' || isLoopback(host);
  if (url.username || url.password) return '地址中不能带用户名和口令。';
  if (local) return loopbackAllowed && /^https?:$/.test(url.protocol) ? null : '不能发往本机地址。';
  if (url.protocol !== 'https:') return '只接受 https:// 开头的地址。';
  return isIP(host) !== 0 && !isPublic(host) ? '不能发往内网、本机或保留的地址。' : null;
}

/**
 * Looks a name up and connects only to the addresses that were just judged: a name can't change its address in between.
 */
export const guardedLookup =
  (loopbackAllowed: boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found.filter(({ address }) => isPublic(address) || (loopbackAllowed && isLoopback(address)));
      if (addresses.length < found.length || addresses.length === 0)
        return callback(new Error('地址指向内网、本机或保留的网段，未发送'), '', 0);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
