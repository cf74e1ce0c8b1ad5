import type { Step } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import * as project from '../../project/testing/lines.js';
import type { Content, ContentChanges } from '../content.js';

/** The usual lines of a story about a project and its changes. The project is the story's own case. */

export const content: Content = {
  reason: 'leadership',
  situation: '按照上级部署调整建设内容',
  before: '建设统一填报模块',
  after: '改为建设数据共享模块',
  increaseFen: 0,
  decreaseFen: 0,
  goalUnchanged: true,
  contentNeedsAdjustment: true,
};

const PAPERS = ['changeStatement', 'decisionMinutes', 'changedScheme', 'changeApplication', 'leadershipBasis'] as const;

/** A project whose contract is signed and whose construction has begun. */
export const building = (unit: string, fen: number): Step[] => [
  ...project.pooled(unit, '2025-01-07'),
  ...project.planned(unit, '2025-01-20', 2026),
  ...(fen < 500_000_000 ? project.approvedInOneStep(unit, '2025-02-10', fen) : project.approvedInTwoSteps(unit, '2025-02-10', fen)),
  ...project.contracted(unit, '2025-02-24', fen),
  started(unit),
];

const started = (unit: string): Step => project.built(unit, '2025-03-03', '2025-03-03')[0]!;

export const begun = (by: string, on: IsoDate, at: string, changes: ContentChanges): Step[] => [
  { on, by, begin: 'change-request', at, naming: (known) => ({ project: known.id(), ...content, ...changes }), state: 'drafting' },
  { at, upload: PAPERS },
];

export const filed = (by: string, on: IsoDate, at: string, changes: ContentChanges): Step[] => [
  ...begun(by, on, at, changes),
  { at, by, send: 'fileChange', data: { decidedOn: on }, state: 'filing.reviewing' },
];

export const implemented = (by: string, on: IsoDate, at: string): Step => ({
  on,
  at,
  by,
  send: 'recordImplementation',
  data: { implementedOn: on },
  state: 'closed',
});

export const experts = (on: IsoDate, at: string, n: number): Step[] => project.expertsOn(on, n).map((step) => ({ ...step, at }));

export const governmentAgreed = (on: IsoDate, at: string): Step[] => [
  { at, by: 'data-bureau', send: 'sendToGovernment', data: { date: on }, state: 'examination.governmentDecision' },
  {
    at,
    upload: 'governmentDecision',
    by: 'data-bureau',
    send: 'recordGovernmentDecision',
    data: { result: 'agreed', body: '县政府常务会议', number: '县政府常务会议纪要12号', date: on },
    state: 'examination.reviewing',
  },
];

export const approve = (on: IsoDate, at: string): Step => ({
  at,
  upload: 'approvalDocument',
  by: 'data-bureau',
  send: 'approve',
  data: { body: '县数据资源管理局', number: '青数变〔2025〕1号', date: on },
});

/** The bureau takes note of a change that was filed. */
export const acknowledged = (at: string): Step => ({ at, by: 'data-bureau', send: 'acknowledge', state: 'implementing' });
