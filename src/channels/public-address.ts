import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const inside6 = new BlockList();
// Documentation, and the ways of writing an IPv4 address in an IPv6 one.
for (const [network, bits] of [
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2001::', 32],
] as const)
  inside6.addSubnet(network, bits, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const family = (address: string) => (isIP(address) === 6 ? ('ipv6' as const) : ('ipv4' as const));

/** An address of the open network: no office, no machine of this house, no cloud's own service can be asked through us. */
export const isPublic = (address: string): boolean =>
  family(address) === 'ipv4'
    ? !inside.check(address, 'ipv4')
    : global6.check(address, 'ipv6') && !inside6.check(address, 'ipv6');

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && loopback.check(address, family(address));

/** The host of a URL without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Why a robot's or webhook's address is not taken, in a sentence; null when it is. A name is looked up only when it is used. */
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

/** Looks a name up and lets the connection go to none but the addresses just judged: a name that changes its mind meanwhile gains nothing. */
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
