import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import type { Measure } from '../../rectification/context.js';
import { ground as ordered, lifted, measure } from '../../rectification/testing/ground.js';
import { item, proves, second } from '../testing/ground.js';
import { unitsNotDeferred } from './units.js';

const rectification = (number: string, unit: string, ...measures: Measure[]): Related =>
  relatedCase({ number, procedure: 'rectification', unit: units[unit]!, context: { ...ordered.context, measures } });
const found = (...rectifications: Related[]) => ({ related: { rectifications } });
const looks = (...of: string[]) => [{ as: 'rectifications', procedure: 'rectification', units: of }];

export const unitExamples = proves(
  unitsNotDeferred,
  { passes: '清单上的单位没有整改', facts: found(), looks: looks('education', 'health'), seen: {} },
  { passes: '同一单位的两个项目，只看一次', context: { items: [item(), item({ project: 'another' })] }, facts: found(), looks: looks('education') },
  { passes: '已剔除的项目不看', context: { items: [item(), second({ status: 'removed' })] }, facts: found(), looks: looks('education') },
  { passes: '正在整改，没有暂缓', facts: found(rectification('ZG-1', 'health', measure('criticism'))) },
  { passes: '暂缓已经解除', facts: found(rectification('ZG-1', 'health', lifted('deferral'))) },
  {
    fails: '申报之后被暂缓：提示',
    facts: found(rectification('ZG-1', 'health', measure('deferral')), rectification('ZG-2', 'education')),
    says: ['县卫健委', 'ZG-1'],
    seen: { 暂缓的单位: '县卫健委', 整改案件: 'ZG-1' },
  },
  {
    fails: '一个单位两个案件、另一单位一个：一并提示',
    facts: found(
      rectification('ZG-3', 'health', measure('deferral')),
      rectification('ZG-2', 'education', measure('deferral')),
      rectification('ZG-1', 'health', measure('deferral')),
    ),
    seen: { 暂缓的单位: '县卫健委、县教体局', 整改案件: 'ZG-3、ZG-2、ZG-1' },
  },
  {
    passes: '参数改为不影响计划',
    facts: { ...found(rectification('ZG-1', 'health', measure('deferral'))), parameters: { 'rectification.deferralBlocksPlan': 0 } },
  },
);
