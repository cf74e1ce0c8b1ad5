import { relatedCase, type Told } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import type { ContentChanges } from '../content.js';
import { content } from '../testing/lines.js';
import { onProject, proves } from '../testing/ground.js';
import { notDeclined } from './self-adjustment.js';

const said = (declined: ContentChanges | undefined, now: ContentChanges = {}) => ({
  context: { content: { ...content, ...now }, declined: declined && { ...content, ...declined } },
  facts: { number: 'BG-2026-0001', related: { ...onProject().related, changes: [] } },
});
const other = (declined: ContentChanges | undefined, project = 'project', more: Partial<Told> = {}) =>
  relatedCase({
    id: 'other',
    number: 'BG-2026-0007',
    procedure: 'change-request',
    unit: units.education!,
    context: { project: { id: project }, declined: declined && { ...content, ...declined } },
    ...more,
  });
const elsewhere = (...changes: ReturnType<typeof other>[]) => ({
  context: { content, declined: undefined },
  facts: { number: 'BG-2026-0001', related: { ...onProject().related, changes } },
});

export const declinedExamples = proves(
  notDeclined,
  {
    passes: '没有不予备案的',
    ...said(undefined),
    looks: [
      { as: 'project', linked: 'project' },
      { as: 'changes', procedure: 'change-request', units: ['education'] },
    ],
  },
  {
    fails: '两件同样的变更已不予备案：一并指出',
    ...elsewhere(other({}), other({}, 'project', { id: 'third', number: 'BG-2026-0009' })),
    seen: { 不予备案: 'BG-2026-0007、BG-2026-0009' },
  },
  { fails: '本次变更已不予备案，没有改变', ...said({}), says: '(BG-2026-0001)，不能再自主调整', seen: { 不予备案: 'BG-2026-0001' } },
  { fails: '只改了说明和原因', ...said({}, { situation: '再次说明', reason: 'business', before: '另一说法' }) },
  { passes: '改了变更后的内容', ...said({}, { after: '只建设填报模块' }) },
  { passes: '改了调增金额', ...said({}, { increaseFen: 1 }) },
  { passes: '改了调减金额', ...said({}, { decreaseFen: 1 }) },
  { passes: '改了目标', ...said({ goalUnchanged: false }) },
  { passes: '改了工期', ...said({}, { scheduleDays: 30 }) },
  { fails: '另一件同样的变更已不予备案', ...elsewhere(other(undefined, 'project', { id: 'third' }), other({})), seen: { 不予备案: 'BG-2026-0007' } },
  { passes: '另一件变更内容不同', ...elsewhere(other({ increaseFen: 1 })) },
  { passes: '另一项目的同样变更', ...elsewhere(other({}, 'elsewhere')) },
  { passes: '找到的就是本次变更，已经改变', ...elsewhere(other({}, 'project', { id: 'this' })) },
  { passes: '还没有查找其他变更', context: { content, declined: undefined } },
);
