import type { Story } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { declarationOf } from '../../project/testing/lines.js';

const entry = { registryNumber: 'SM-2026-01', responsible: '项目责任人', stage: 'approval' } as const;

const onlyALine: Story = {
  title: '涉密项目：系统里只有一行索引；测评、保密审查合格之后才能投入使用',
  clauses: ['2.2.6c', '2.4.5', '3.2f'],
  by: 'development-zone',
  on: '2026-01-12',
  declare: entry,
  steps: [
    {
      by: 'development-zone',
      at: 'open',
      begin: 'project',
      data: declarationOf('某涉密项目', wan(100), { classified: true }),
      refused: ['creation.not-classified'],
      clause: '2.2.6c',
    },
    {
      by: 'development-zone',
      send: 'putIntoUse',
      data: { on: '2026-01-12' },
      refused: ['classified.assessed-first', 'classified.reviewed-first'],
      clause: '2.4.5',
    },
    { by: 'data-bureau', send: 'allowIndex', data: { number: '1', date: '2026-01-12' }, notYourStep: true },
    { by: 'secrecy', send: 'allowIndex', data: { number: '青保1号', date: '2026-01-12' }, state: 'offline' },
    { on: '2026-05-11', by: 'development-zone', send: 'moveStage', data: { stage: 'construction' } },
    { by: 'secrecy', send: 'recordSecrecyReview', data: { result: 'passed', number: '青保2号', date: '2026-05-11' }, refused: ['classified.assessed-first'] },
    { by: 'development-zone', send: 'recordAssessment', data: { number: '测评1号', date: '2026-05-11' } },
    { by: 'secrecy', send: 'recordSecrecyReview', data: { result: 'failed', number: '青保2号', date: '2026-05-11' } },
    { by: 'development-zone', send: 'putIntoUse', data: { on: '2026-05-11' }, refused: ['classified.reviewed-first'], clause: '2.4.5' },
    { on: '2026-06-01', by: 'secrecy', send: 'recordSecrecyReview', data: { result: 'passed', number: '青保3号', date: '2026-06-01' } },
    { by: 'development-zone', send: 'putIntoUse', data: { on: '2026-06-01' }, state: 'inUse' },
    { on: '2026-09-01', by: 'development-zone', send: 'moveStage', data: { stage: 'operation' } },
    { by: 'development-zone', send: 'closeIndex', data: { on: '2026-09-01' }, state: 'closed' },
  ],
};

const notAllowed: Story = {
  title: '保密部门不同意登记：索引也不留',
  clauses: ['2.2.6c'],
  by: 'education',
  on: '2026-01-12',
  declare: { ...entry, registryNumber: 'SM-2026-02' },
  steps: [{ by: 'secrecy', send: 'refuseIndex', data: { reason: '登记信息本身涉密' }, state: 'removed' }],
};

export const stories: readonly Story[] = [onlyALine, notAllowed];
