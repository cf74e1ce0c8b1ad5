import type { CaseStatus } from '#machines/kit/case/standing.js';
import { groundOf, proofs, type DeepPartial } from '#machines/kit/testing/example.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { wan } from '#machines/kit/words/money.js';
import { units, world } from '../../../testing/world.js';
import type { ChangeRecord, ProjectContext } from '../../project/context.js';
import { amount, ground as accepted } from '../../project/testing/ground.js';
import type { ChangeContext } from '../context.js';
import { content } from './lines.js';

export const { proves, provesAt } = proofs<ChangeContext>();

export const TODAY = '2026-06-01';

/** A project of 400万元 under construction, on which nothing is wrong. */
const building: ProjectContext = {
  ...accepted.context,
  amounts: [amount('estimate', wan(400)), amount('budget', wan(400)), amount('contract', wan(380))],
  completedOn: null,
  preliminaryAcceptance: null,
  trial: null,
  archiveAcceptance: null,
  handedOver: null,
  acceptance: { appliedOn: null, meetingOn: null, extendedTo: null, extendedOn: null, requested: null, passedOn: null, track: null },
};

/** Returns another change of the project with this standing. */
export const other = (standing: ChangeRecord['standing'], increaseFen = 0, decreaseFen = 0): ChangeRecord => ({
  change: `other-${standing}-${increaseFen}`,
  number: 'BG-2026-0007',
  told: 3,
  standing,
  increaseFen,
  decreaseFen,
  scheduleDays: 0,
  on: '2026-03-02',
  seq: 9,
});

/** Returns the facts in which the change finds its project like this. */
export const onProject = (change: DeepPartial<ProjectContext> = {}, status: CaseStatus = 'active') => ({
  related: {
    project: [
      relatedCase({
        id: 'project',
        number: 'XM-2025-0001',
        procedure: 'project',
        title: '教育数据填报平台',
        unit: units.education!,
        status,
        context: {
          ...building,
          ...change,
          declaration: { ...building.declaration, ...change.declaration },
          acceptance: { ...building.acceptance, ...change.acceptance },
        },
      }),
    ],
  },
});

/** Returns a project with the amount approved first and the amounts in force since. */
export const budgets = (...fen: number[]) => onProject({ amounts: [amount('estimate', fen[0]!), ...fen.map((f) => amount('budget', f))] });

/** Returns the basis of a budget of this amount, without earlier changes. */
export const basisOn = (budgetFen: number) => ({ originalFen: budgetFen, budgetFen, presentFen: budgetFen, earlier: { increaseFen: 0, decreaseFen: 0 } });

/** A change that exchanges 40万元. It was approved with everything that any change could need. */
const context: ChangeContext = {
  papers: [],
  earlier: [],
  project: { id: 'project', number: 'XM-2025-0001', title: '教育数据填报平台' },
  content: { ...content, increaseFen: wan(40), decreaseFen: wan(40) },
  basis: basisOn(wan(400)),
  decidedOn: '2026-05-06',
  submittedOn: '2026-05-06',
  endorsedOn: null,
  expertReview: { date: '2026-05-11', experts: [], conclusion: 'passed' },
  city: { number: '市数审7号', date: '2026-05-13' },
  province: { number: '省数审7号', date: '2026-05-18' },
  government: { body: '县政府常务会议', number: '县政府常务会议纪要12号', date: '2026-05-20' },
  allowed: { by: 'approval', on: '2026-05-25', decision: { body: '县数据资源管理局', number: '青数变〔2026〕1号', date: '2026-05-25' } },
  implementedOn: null,
};

const usual = groundOf(context, world, { today: TODAY, by: 'education', unit: units.education! });
export const ground = { ...usual, facts: { ...usual.facts, caseId: 'this', ...onProject() } };
