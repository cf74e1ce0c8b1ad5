import { describe, expect, it } from '@jest/globals';
import { guardedLookup, isPublic, refusalOf } from './public-address.js';

const looked = (host: string, loopbackAllowed: boolean): Promise<string> =>
  new Promise((found, failed) => {
    guardedLookup(loopbackAllowed)(host, { all: false }, (error, address) =>
      error ? failed(error) : found(String(address)),
    );
  });

describe('addresses that others have given', () => {
  it.each(['8.8.8.8', '101.226.103.1', '172.32.0.1', '2400:3200::1', '240e:4c:4008::1', '2a00::1'])(
    '%s is of the open network',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.5.4',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd12::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    '3fff::1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '192.88.99.1',
    '198.19.255.255',
    'fc00::1',
    'fdff:ffff::1',
    'fec0::1',
    'fe80::1%eth0',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '2001::1',
    '2001:2::1',
    '2001:20::1',
    '100::1',
    '4000::1',
    '5f00::1',
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it('excludes this machine in production; elsewhere it is accepted, also without TLS', () => {
    expect(refusalOf('http://127.0.0.1:8080/hook', true)).toBeNull();
    expect(refusalOf('http://localhost:8080/hook', true)).toBeNull();
    for (const address of [
      'http://127.0.0.1/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
      'https://[0:0:0:0:0:0:0:1]/',
      'https://127.1/',
      'https://0x7f.0.0.1/',
      'https://2130706433/',
    ])
      expect(refusalOf(address, false)).toContain('本机');
  });

  it('never follows a name that leads into the house', async () => {
    await expect(looked('localhost', false)).rejects.toThrow('内网');
    expect(await looked('localhost', true)).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});
