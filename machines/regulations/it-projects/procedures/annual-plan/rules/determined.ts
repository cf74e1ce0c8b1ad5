import { quoted } from '#machines/kit/words/quotation.js';
import type { Facts } from '#machines/kit/case/facts.js';
import { byDocument, byForm, outside } from '#machines/kit/law/cure.js';
import { no, yes } from '#machines/kit/law/rule.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { documents } from '../documents.js';
import { notBefore, notInFuture, planRule } from './common.js';

/** Once the county government has determined the plan, only its own document takes something out again (二(一)3–4). */

interface Undoing {
  number?: string | undefined;
  date?: IsoDate | undefined;
}

export const governmentPapers = (documents: Facts['documents']): number =>
  documents.filter((d) => d.kind === 'governmentDecision').length;

export const governmentUndoes = planRule<Undoing>({
  id: 'plan.determined-stands',
  clause: '2.1.3b',
  holds: '计划经县政府确定以后，剔除项目、终止编制凭县政府的文件',
  says: (seen) =>
    `计划已由县政府以${quoted(seen['确定计划的文号'])}确定，没有县政府的文件(缺少：${String(seen['缺少'])})，不能剔除项目、终止编制`,
  remedy: `请报县政府同意，上传“${documents.governmentDecision.label}”，填写这份文件的文号和日期；需要下年度再建设的，先按计划下达`,
  curedBy: [outside('县政府'), byForm('number', 'date'), byDocument('governmentDecision')],
  about: 'event',
  judge: ({ context: { government, governmentPapers: before = 0 }, data, facts }) => {
    if (government === null) return yes();
    const { number, date } = data;
    const missing = [
      ...(number === undefined || number === government.number ? ['另一份文件的文号'] : []),
      ...(date === undefined ? ['文件的日期'] : []),
      ...(governmentPapers(facts.documents) > before ? [] : ['上传的文件']),
    ];
    return missing.length === 0
      ? yes({ 确定计划的文号: government.number, 县政府文件: number ?? null })
      : no({ 确定计划的文号: government.number, 缺少: missing.join('、') });
  },
});

export const undoneInOrder = [
  governmentUndoes,
  notInFuture('date', '县政府文件日期', '2.1.3b'),
  notBefore('date', '县政府文件日期', (c) => c.government?.date, '县政府决定日期'),
];
