import { describe, expect, it } from '@jest/globals';
import { tell } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { world } from '../../testing/world.js';
import * as change from '../change-request/testing/lines.js';
import { project } from './procedure.js';
import * as line from './testing/lines.js';

const [announced, applied, closed, ...decided] = line.planned('education', '2025-01-20', 2026);
const issuedWhileSuspended = [
  ...line.pooled('education', '2025-01-07'),
  announced!,
  applied!,
  closed!,
  line.suspendedOn('2025-01-20', '审计核查'),
  ...decided,
];
const told = (more: typeof issuedWhileSuspended) =>
  tell(
    project,
    {
      title: '暂停期间下达计划',
      clauses: ['2.6.3b'],
      by: 'education',
      on: '2025-01-06',
      declare: line.declarationOf('考务平台', wan(100)),
      steps: [...issuedWhileSuspended, ...more],
    },
    world,
  ).state;

describe('a project that is suspended (暂停) when its plan is issued', () => {
  it('goes into approval with a stopped clock, while the office that suspended it is still reminded', () => {
    const { position, deadlines } = told([]);
    expect([position.stage, position.status]).toEqual(['approval', 'suspended']);
    expect(
      deadlines
        .filter((d) => d.name === 'preparation' || d.name === 'suspensionTracking')
        .map((d) => [d.name, d.status, d.nextAt !== null]),
    ).toEqual([
      ['suspensionTracking', 'open', true],
      ['preparation', 'paused', false],
    ]);
  });

  it('has all its time when it continues', () => {
    const { deadlines } = told([{ on: '2025-03-20', by: 'data-bureau', send: 'resume', data: { reason: '核查结束' } }]);
    const [preparation] = deadlines.filter((d) => d.name === 'preparation');
    expect(preparation).toMatchObject({
      status: 'open',
      startsOn: '2025-01-20',
      pauses: [{ from: '2025-01-20', to: '2025-03-20' }],
    });
    expect(preparation!.nextAt! > '2025-03-20').toBe(true);
  });
});

describe('a change of a project that is suspended', () => {
  const budget = wan(250);
  const begun = [
    ...change.building('education', budget),
    ...change.begun('education', '2025-03-10', 'change', { increaseFen: wan(20) }),
    { at: 'change', by: 'education', send: 'submitChange', data: { decidedOn: '2025-03-10' } },
    { on: '2025-03-11', ...line.suspendedOn('2025-03-11', '资金检查') },
    { at: 'change', on: '2025-03-12', by: 'data-bureau', send: 'returnForCorrection', data: { items: '请补充测算' } },
  ];
  const clocks = (more: typeof begun): string[] => {
    const { docket } = tell(
      project,
      {
        title: '暂停期间退回变更',
        clauses: ['2.6.3b'],
        by: 'education',
        on: '2025-01-06',
        declare: line.declarationOf('校园网络', budget),
        steps: [...begun, ...more],
      },
      world,
    );
    const [found] = docket.cases().filter((tale) => tale.procedure.id === 'change-request');
    return found!.state.deadlines.map(
      (d) => `${d.name} ${d.status} ${d.pauses.map((p) => `${p.from}/${p.to ?? ''}`).join()}`,
    );
  };

  it('does not run against the unit while the project stands still: a clock opened meanwhile stands still as well', () => {
    expect(clocks([])).toEqual(['examination paused 2025-03-11/,2025-03-12/', 'correctionReply paused 2025-03-12/']);
  });

  it('has all its time when the project continues', () => {
    expect(clocks([{ on: '2025-04-10', by: 'data-bureau', send: 'resume', data: { reason: '检查结束' } }])).toEqual([
      'examination paused 2025-03-11/2025-04-10,2025-03-12/',
      'correctionReply open 2025-03-12/2025-04-10',
    ]);
  });
});
