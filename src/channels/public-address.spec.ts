import { describe, expect, it } from '@jest/globals';
import { guardedLookup, isPublic, refusalOf } from './public-address.js';

const looked = (host: string, loopbackAllowed: boolean): Promise<string> =>
  new Promise((found, failed) => {
    guardedLookup(loopbackAllowed)(host, { all: false }, (error, address) =>
      error ? failed(error) : found(String(address)),
    );
  });

describe('addresses that others have given', () => {
  it.each(['8.8.8.8', '101.226.103.1', '2400:3200::1'])('%s is of the open network', (address) => {
    expect(isPublic(address)).toBe(true);
  });

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
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it('in production not even this machine is taken; elsewhere it is, also without TLS', () => {
    expect(refusalOf('http://127.0.0.1:8080/hook', true)).toBeNull();
    expect(refusalOf('http://localhost:8080/hook', true)).toBeNull();
    for (const address of [
      'http://127.0.0.1/',
      'https://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
      'https://2130706433/',
    ])
      expect(refusalOf(address, false)).toContain('本机');
  });

  it('a name that leads into the house is not followed', async () => {
    await expect(looked('localhost', false)).rejects.toThrow('内网');
    expect(await looked('localhost', true)).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});
