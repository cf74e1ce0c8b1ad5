import { describe, expect, it } from '@jest/globals';
import { LoginLimit } from './login-limit.js';

describe('the limit of failed sign-ins', () => {
  let now = 0;
  const limit = (most: number, remembered = 100) => new LoginLimit(most, 60_000, remembered, () => now);

  it('lets a few mistakes pass, then asks to wait until the window ends', () => {
    now = 1000;
    const attempts = limit(3);
    for (let i = 0; i < 3; i++) {
      expect(attempts.wait('somebody')).toBe(0);
      attempts.failed('somebody');
    }
    now = 31_000;
    expect(attempts.wait('somebody')).toBe(30);
    expect(attempts.wait('somebody else')).toBe(0);
    now = 61_000;
    expect(attempts.wait('somebody')).toBe(0);
    attempts.failed('somebody');
    expect(attempts.wait('somebody')).toBe(0);
  });

  it('never remembers more than so many', () => {
    now = 0;
    const attempts = limit(1, 2);
    for (const key of ['a', 'b', 'c']) attempts.failed(key);
    expect([attempts.wait('a'), attempts.wait('b'), attempts.wait('c')]).toEqual([0, 0, 60]);
    now = 60_000;
    attempts.failed('d');
    expect(attempts.wait('d')).toBe(60);
  });
});
