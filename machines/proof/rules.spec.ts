import { describe, expect, it } from '@jest/globals';
import { proofOfRules } from './all.js';

/**
 * Checks that examples show every rule to hold and to refuse, wherever it is used. The examples lie beside the rules.
 */
describe.each(proofOfRules().map(({ procedure, checks }) => [procedure, checks] as const))(
  'the rules of %s',
  (_, checks) => {
    it.each(checks.map((check) => [check.name, check] as const))('%s', (__, check) => {
      expect(check.problems()).toEqual([]);
    });
  },
);
