import { describe, expect, it } from '@jest/globals';
import { demoUnits } from '#machines/demo-county.js';
import { demoAccounts } from './demo-directory.js';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Checks a code by GB 32100-2015: the last sign makes the weighted sum a multiple of 31. Within the code stands an
 * organisation code of GB 11714.
 */
function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = [...code].reduce((total, sign, i) => total + ((SIGNS.indexOf(sign) * 3 ** i) % 31) * (i < 17 ? 1 : 0), 0);
  const check = SIGNS[(31 - (sum % 31)) % 31];
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const organisation = weights.reduce((total, weight, i) => total + parseInt(code[8 + i]!, 36) * weight, 0);
  const inner = '0123456789X0'[11 - (organisation % 11)];
  return code[17] === check && code[16] === inner;
}

describe('the demo directory', () => {
  it('has the accounts that the contract names', () => {
    expect(demoAccounts.map((a) => a.username).sort()).toEqual(
      'data-bureau cyberspace development-reform finance archives secrecy cryptography public-security county-office education health development-zone county-hospital no1-school rongcheng-town audit procurement-supervision supervisor admin data-bureau-deputy finance-deputy health-deputy data-bureau-head education-head health-head county-hospital-head'
        .split(' ')
        .sort(),
    );
    for (const { username, password } of demoAccounts) expect(password).toBe(`demo-${username}`);
  });

  it('knows a valid credit code: the one printed on the gazette', () => {
    expect(isCreditCode('11341823003291288H')).toBe(true);
    expect(isCreditCode('11341823003291287H')).toBe(false);
  });

  it.each(demoUnits.map((u) => [u.id, u.creditCode]))('%s has a valid credit code of its own', (_, code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(demoUnits.filter((u) => u.creditCode === code)).toHaveLength(1);
  });

  it('puts the hospital under health and the school under education, and lists a superior before its units', () => {
    const supervised = demoUnits.filter((u) => u.supervisingUnitId !== null);
    expect(Object.fromEntries(supervised.map((u) => [u.id, u.supervisingUnitId]))).toEqual({
      'county-hospital': 'health',
      'no1-school': 'education',
    });
    for (const { id, supervisingUnitId } of supervised) {
      expect(demoUnits.findIndex((u) => u.id === supervisingUnitId)).toBeLessThan(
        demoUnits.findIndex((u) => u.id === id),
      );
    }
  });

  it('has a township that is no project unit, and a development zone that is no township', () => {
    const of = (id: string) => ({
      kind: demoUnits.find((u) => u.id === id)?.kind,
      roles: demoAccounts.find((a) => a.unitId === id)?.roles,
    });
    expect(of('rongcheng-town')).toEqual({ kind: 'township', roles: ['township'] });
    expect(of('development-zone')).toEqual({ kind: 'zone', roles: ['project-unit'] });
  });

  it('names offices, never people', () => {
    for (const { name } of demoAccounts) expect(name).toMatch(/(经办人|负责人|管理员)$/);
  });
});
