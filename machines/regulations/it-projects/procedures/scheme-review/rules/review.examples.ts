import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { endorsementExamples } from '../../../common/endorsement.examples.js';
import { attachmentExamples, notInFutureExamples, orderExamples } from '#machines/desk/papers.examples.js';
import { documents } from '../documents.js';
import { events } from '../events.js';
import { findings, own } from '../testing/ground.js';
import { parentShown, passedFirst, pointsMet, pointUnmet } from './review.js';

const { proves } = own;

const parent = relatedCase({ number: 'XM-2025-0001', procedure: 'project', unit: units.health! });

export const reviewExamples = [
  ...own.proves(
    parentShown,
    { passes: '已上传所属建设项目批复文件', facts: { documents: ['scheme', 'parentApproval'] }, looks: [{ as: 'parent', linked: 'project' }] },
    { passes: '关联了已登记的项目', facts: { documents: ['scheme'], related: { parent: [parent] } } },
    { fails: '只写了所属项目的名称', facts: { documents: ['scheme'], related: { parent: [] } }, says: '没有所属建设项目批复文件' },
    { passes: '自有资金的通用类项目：没有所属项目', context: { declaration: { track: 'ownFunds' } }, facts: { related: { parent: [] } } },
  ),
  ...proves(
    pointsMet,
    { passes: '四个方面均符合', data: { points: findings() } },
    { fails: '集约建设不符合', data: { points: findings('intensive') }, says: '集约建设不符合要求', seen: { 不符合: '集约建设' } },
    { fails: '数据共享不符合', data: { points: findings('dataSharing') } },
    { fails: '系统互联、业务协同均不符合：一并指出', data: { points: findings('interconnection', 'collaboration') }, seen: { 不符合: '系统互联、业务协同' } },
  ),
  ...proves(
    pointUnmet,
    { passes: '有一个方面不符合', data: { points: findings('collaboration') } },
    { passes: '四个方面均不符合', data: { points: findings('intensive', 'dataSharing', 'interconnection', 'collaboration') } },
    { fails: '四个方面均符合：没有依据', data: { points: findings() } },
  ),
  ...proves(
    passedFirst,
    { passes: '已经审查通过' },
    { fails: '没有审查过', context: { reviews: [] }, says: '不能实施' },
    { fails: '只退回修改过', context: { reviews: [{ result: 'revise', points: findings('intensive'), text: '请修改', on: '2026-01-19' }] } },
  ),
  ...endorsementExamples(own),
  ...attachmentExamples(own, documents, ['scheme']),
  ...notInFutureExamples(own, ['startedOn']),
  ...orderExamples(own, events, [
    { on: 'proceed', field: 'startedOn', label: '开始实施日期', earlier: '审查通过日期', day: '2026-01-26', without: { reviews: [] } },
  ]),
];
