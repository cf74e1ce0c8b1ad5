import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import { units } from '../../../testing/world.js';
import { proves } from '../testing/ground.js';
import { dutiesSettled, financeInformed, poorRectified, rectificationsClosed, windowOpen } from './evaluation.js';

const published = { approval: '2025-06-20', acceptance: '2026-03-30' };
const done = { published };
const offPlatform = { declaration: { onPlatform: false } };
const passedOn = (day: string | null) => ({ acceptance: { passedOn: day } });

const rectification = (number: string, status: Related['status']): Related =>
  relatedCase({ number, procedure: 'rectification', unit: units.education!, status });
const rectifications = (...cases: Related[]) => ({ related: { ownRectifications: cases } });

export const evaluationExamples = [
  ...proves(
    windowOpen,
    { passes: '恰满十二个月：开始受理', context: passedOn('2025-06-01'), seen: { 通过验收: '2025-06-01' } },
    {
      fails: '差一天满十二个月：不受理',
      context: passedOn('2025-06-02'),
      says: ['2025-06-02通过验收', '2026-06-02起受理'],
      earliest: '2026-06-02',
      seen: { 通过验收: '2025-06-02', 受理日期: '2026-06-02' },
    },
    { passes: '已满二十四个月：逾期仍受理', context: passedOn('2024-05-31') },
    { passes: '二月二十九日通过验收：次年二月末起受理', context: passedOn('2024-02-29'), facts: { today: '2025-02-28' } },
    { fails: '尚未通过验收', context: passedOn(null), says: '尚未通过验收', seen: { 通过验收: null } },
  ),
  ...proves(
    financeInformed,
    { passes: '县财政局已接收', context: { evaluation: { financeAcknowledgedOn: '2026-05-20' } } },
    { fails: '县财政局尚未接收', says: '县财政局' },
  ),
  ...proves(
    dutiesSettled,
    { passes: '备案、公开均已办结', context: done },
    { passes: '不依托平台，已报市局备案', context: { ...done, ...offPlatform, platformFiledOn: '2025-06-16' } },
    {
      fails: '验收信息未公开：提示，不影响评价',
      context: { ...done, published: { ...published, acceptance: null } },
      says: '尚未办结：验收信息公开',
      seen: { 未办结: '验收信息公开' },
    },
    { fails: '批复信息未公开', context: { ...done, published: { ...published, approval: null } }, seen: { 未办结: '批复信息公开' } },
    { fails: '没有报市局备案', context: { ...done, cityReportedOn: null, cityFiledOn: null }, seen: { 未办结: '入库项目市局备案' } },
    { fails: '已报市局，市局尚未备案', context: { ...done, cityFiledOn: null }, seen: { 未办结: '入库项目市局备案' } },
    { fails: '合同没有备案', context: { ...done, contract: { filedOn: null } }, seen: { 未办结: '合同备案' } },
    { fails: '合同没有公告', context: { ...done, contract: { publishedOn: null } }, seen: { 未办结: '合同公告' } },
    { fails: '合同没有报财政备案', context: { ...done, contract: { reportedOn: null } }, seen: { 未办结: '合同报财政备案' } },
    { fails: '不依托平台，没有报市局备案', context: { ...done, ...offPlatform }, seen: { 未办结: '不依托平台项目市局备案' } },
    {
      fails: '七项都没有办结：一并指出',
      context: { ...offPlatform, cityFiledOn: null, contract: { filedOn: null, publishedOn: null, reportedOn: null } },
      seen: { 未办结: '入库项目市局备案、合同备案、合同公告、合同报财政备案、不依托平台项目市局备案、批复信息公开、验收信息公开' },
    },
  ),
  ...proves(
    rectificationsClosed,
    { passes: '没有整改案件', facts: rectifications(), seen: { 整改案件: null }, looks: [{ as: 'ownRectifications', linked: 'rectifications' }] },
    { passes: '整改已经办结或者撤销', facts: rectifications(rectification('ZG-1', 'closed'), rectification('ZG-2', 'terminated')) },
    {
      fails: '整改尚未办结：不能作出评价结论',
      facts: rectifications(rectification('ZG-1', 'active'), rectification('ZG-0', 'closed')),
      says: '限期整改ZG-1尚未办结',
      seen: { 整改案件: 'ZG-1' },
    },
    {
      fails: '两个案件尚未办结：一并指出',
      facts: rectifications(rectification('ZG-2', 'active'), rectification('ZG-1', 'active')),
      says: 'ZG-2、ZG-1',
      seen: { 整改案件: 'ZG-2、ZG-1' },
    },
  ),
  ...proves(
    poorRectified,
    { passes: '合格', data: { grade: 'pass' }, seen: { 评价等级: 'pass' } },
    { fails: '不合格：先整改', data: { grade: 'poor' }, seen: { 评价等级: 'poor' } },
  ),
];
