import { describe, expect, it } from '@jest/globals';
import { guards } from '../../chaos/sabotage/guards.js';

describe('the guards that are removed one by one', () => {
  it.each(guards.flatMap(({ name, seams }) => seams.map((seam) => [name, seam] as const)))(
    '%s: its module exports what is replaced',
    async (_, { module, export: name }) => {
      const exported = (await import(module.replace(/^src\//, '#src/'))) as Record<string, unknown>;
      expect(Object.keys(exported)).toContain(name);
    },
  );
});
