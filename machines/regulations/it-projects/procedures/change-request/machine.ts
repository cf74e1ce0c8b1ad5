import { standsWithProject } from '../../common/project-standing.js';
import { allowedFirst } from './rules/approval.js';
import { blocked, end, machine, on } from './setup.js';
import { opened } from './signals.js';
import { decided, drafting, filing } from './preparation.js';
import { endorsement, examination, implementing } from './stages.js';

/**
 * 投资变更 (二(三)3): the unit drafts a change, and the law chooses between self-adjustment with filing and approval.
 * Then the change is carried out. While an approval is pending the project can neither complete nor be accepted. The
 * project learns of every step that concerns it.
 */
export const changeMachine = machine({
  entry: [{ type: 'effect', params: opened }],
  initial: 'underway',
  states: {
    underway: {
      initial: 'drafting',
      on: {
        ...blocked('recordImplementation', { by: 'applicant', clauses: ['2.3.3f'], rules: [allowedFirst] }),
        ...on('projectSuspended', standsWithProject.projectSuspended),
        ...on('projectResumed', standsWithProject.projectResumed),
        ...on('projectEnded', { to: end('lapsed'), by: 'system', clauses: ['2.6.3b'], abandons: true }),
      },
      states: { drafting, decided, filing, endorsement, examination, implementing },
    },
    closed: { type: 'final', tags: ['closed'], meta: { label: '变更已实施' } },
    rejected: { type: 'final', tags: ['terminated'], meta: { label: '变更未批准' } },
    withdrawn: { type: 'final', tags: ['terminated'], meta: { label: '变更已撤回' } },
    lapsed: { type: 'final', tags: ['terminated'], meta: { label: '随项目结束' } },
  },
});
