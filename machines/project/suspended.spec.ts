import { describe, expect, it } from '@jest/globals';
import { wan } from '../kit/money.js';
import { tell } from '../kit/testing/story.js';
import { world } from '../testing/world.js';
import { project } from './procedure.js';
import * as line from './testing/lines.js';

const [announced, applied, closed, ...decided] = line.planned('education', '2025-01-20', 2026);
const issuedWhileSuspended = [
  ...line.pooled('education', '2025-01-07'), announced!, applied!, closed!,
  line.suspendedOn('2025-01-20', '审计核查'),
  ...decided,
];
const told = (more: typeof issuedWhileSuspended) =>
  tell(project, { title: '暂停期间下达计划', clauses: ['2.6.3b'], by: 'education', on: '2025-01-06', declare: line.declarationOf('考务平台', wan(100)), steps: [...issuedWhileSuspended, ...more] }, world).state;

describe('a project that is suspended (暂停) when its plan is issued', () => {
  it('goes into approval with its clock standing still, while who suspended it is still reminded', () => {
    const { position, deadlines } = told([]);
    expect([position.stage, position.status]).toEqual(['approval', 'suspended']);
    expect(deadlines.filter((d) => d.name === 'preparation' || d.name === 'suspensionTracking').map((d) => [d.name, d.status, d.nextAt !== null])).toEqual([
      ['suspensionTracking', 'open', true], ['preparation', 'paused', false],
    ]);
  });

  it('has all its time when it goes on', () => {
    const { deadlines } = told([{ on: '2025-03-20', by: 'data-bureau', send: 'resume', data: { reason: '核查结束' } }]);
    const [preparation] = deadlines.filter((d) => d.name === 'preparation');
    expect(preparation).toMatchObject({ status: 'open', startsOn: '2025-01-20', pauses: [{ from: '2025-01-20', to: '2025-03-20' }] });
    expect(preparation!.nextAt! > '2025-03-20').toBe(true);
  });
});
