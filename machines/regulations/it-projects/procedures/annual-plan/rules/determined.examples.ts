import { proofs } from '#machines/kit/testing/example.js';
import type { PlanContext } from '../context.js';
import { governmentUndoes } from './determined.js';

const { proves } = proofs<PlanContext>();

const determined = { governmentPapers: 1 };
const paper = { number: '县政府办函12号', date: '2025-12-03' };
const first = { documents: ['governmentDecision', 'planList'] };
const both = { documents: ['governmentDecision', 'governmentDecision'] };

export const determinedExamples = [
  ...proves(
    governmentUndoes,
    { passes: '县政府尚未确定：不需要', context: (usual) => ({ ...usual, government: null }), data: {}, facts: first },
    {
      passes: '有县政府的另一份文件',
      context: determined,
      data: paper,
      facts: both,
      seen: { 确定计划的文号: '县政府会议纪要1号', 县政府文件: '县政府办函12号' },
    },
    {
      fails: '什么都没有',
      context: determined,
      data: {},
      facts: first,
      says: ['已由县政府以“县政府会议纪要1号”确定', '缺少：另一份文件的文号、文件的日期、上传的文件'],
      seen: { 确定计划的文号: '县政府会议纪要1号', 缺少: '另一份文件的文号、文件的日期、上传的文件' },
    },
    {
      fails: '文件没有上传：只有确定计划的那一份',
      context: determined,
      data: paper,
      facts: first,
      seen: { 确定计划的文号: '县政府会议纪要1号', 缺少: '上传的文件' },
    },
    {
      fails: '没有文号',
      context: determined,
      data: { date: paper.date },
      facts: both,
      seen: { 确定计划的文号: '县政府会议纪要1号', 缺少: '另一份文件的文号' },
    },
    {
      fails: '填写的就是确定计划的文号',
      context: determined,
      data: { ...paper, number: '县政府会议纪要1号' },
      facts: both,
      seen: { 确定计划的文号: '县政府会议纪要1号', 缺少: '另一份文件的文号' },
    },
    { fails: '没有日期', context: determined, data: { number: paper.number }, facts: both, seen: { 确定计划的文号: '县政府会议纪要1号', 缺少: '文件的日期' } },
    { passes: '早先确定的计划没有记下文件份数：有一份即可', context: { governmentPapers: undefined }, data: paper, facts: first },
    { fails: '早先确定的计划，一份文件也没有', context: { governmentPapers: undefined }, data: paper, facts: { documents: ['planList'] } },
  ),
];
