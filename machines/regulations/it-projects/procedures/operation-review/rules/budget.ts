import { saysNothing } from '#machines/kit/words/reason.js';
import { quoted } from '#machines/kit/words/quotation.js';
import { byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { yearOf } from '#machines/kit/words/dates.js';
import { inWan } from '#machines/kit/words/money.js';
import { revises } from '../../../common/alters.js';
import { rule } from '../../../law.js';
import { attachedOf, handedIn, paperOf } from '../../../desk.js';
import { afterChange, notClassified } from '../../../common/creation.js';
import type { OperationContext } from '../context.js';
import type { Declaration } from '../declaration.js';
import { documents } from '../documents.js';

export const attached = attachedOf(documents);
export const paper = paperOf(documents);
export const { papersNow, asHandedIn } = handedIn(documents, ['operationPlan', 'operationBudget', 'useReport']);

/** Exact to the 分: a double can't hold two hundred lines of millions. */
export const totalExact: Rule<unknown, Declaration> = rule<unknown, Declaration>({
  id: 'operation.total-exact',
  clause: '2.5.4',
  holds: '预算合计等于各项数量乘以单价之和',
  says: (seen) => `预算合计${String(seen['合计'])}，各项之和为${String(seen['各项之和'])}，两者不符`,
  remedy: '请核对明细和合计',
  curedBy: [byForm('items', 'totalFen')],
  about: 'event',
  judge: ({ data }) => {
    const sum = data.items.reduce(
      (all, { quantity, unitPriceFen }) => all + BigInt(quantity) * BigInt(unitPriceFen),
      0n,
    );
    return verdict(sum === BigInt(data.totalFen), { 合计: inWan(data.totalFen), 各项之和: inWan(Number(sum)) });
  },
});

export const yearNotPast: Rule<unknown, Declaration> = rule<unknown, Declaration>({
  id: 'operation.year-not-past',
  clause: '2.5.4',
  holds: '运维年度不早于今年',
  says: (seen) => `${String(seen['运维年度'])}年度已经过去`,
  remedy: '请填写本年度或者以后的年度',
  curedBy: [byForm('year')],
  about: 'event',
  judge: ({ data, facts }) => verdict(data.year >= yearOf(facts.today), { 运维年度: data.year }),
});

export const declared = [totalExact, yearNotPast, notClassified] as const;

/** A year that went by during the review is not the unit's doing: a correction that leaves it alone stands. */
const yearMovedAhead: ReturnType<typeof afterChange<Declaration>> = {
  ...afterChange(yearNotPast),
  judge: (situation) => {
    const found = afterChange(yearNotPast).judge(situation);
    return situation.data.changes?.year === undefined ? yes(found.seen) : found;
  },
};
export const changesHold = [
  afterChange<Declaration>(totalExact),
  yearMovedAhead,
  afterChange<Declaration>(notClassified),
];

/** A price above the guide price is no reason to refuse (二(五)4). The one who decides is told. */
export const withinGuidePrice = rule<OperationContext>({
  id: 'operation.within-guide-price',
  clause: '2.5.4',
  weight: 'advice',
  holds: '单价不高于集中采购指导价',
  says: (seen) => `单价高于指导价：${quoted(seen['高于指导价'])}`,
  remedy: '请项目单位说明理由；需要调整单价的，报审前办理“修改运维方案和预算”，报审后由审核部门办理“退回”',
  curedBy: [byStep('revise'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => {
    const above = context.declaration.items.filter(
      ({ unitPriceFen, guidePriceFen = Infinity }) => unitPriceFen > guidePriceFen,
    );
    return above.length === 0 ? yes() : no({ 高于指导价: above.map((item) => item.name).join('、') });
  },
});

export const declarationRevised = revises<OperationContext>(({ declaration }) => declaration);

export const nothingIdle = rule<OperationContext>({
  id: 'operation.nothing-idle',
  clause: '2.5.3',
  weight: 'advice',
  holds: '没有闲置的资源',
  says: (seen) => `有闲置的资源：${quoted(seen['闲置'])}`,
  remedy:
    '请项目单位调剂、释放闲置的资源，或者说明保留的理由；报审前可以办理“修改运维方案和预算”，报审后由审核部门办理“退回”',
  curedBy: [byStep('revise'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => {
    const idle = context.declaration.idleResources;
    return idle === undefined || saysNothing(idle) ? yes() : no({ 闲置: idle });
  },
});

export const useReported: Rule<unknown, unknown> = {
  ...attached('useReport'),
  weight: 'advice',
  holds: '已上传资源使用情况报告，说明资源集约使用',
  // A report that comes later is one that nobody has been asked about.
  remedy: `请项目单位在报审前上传“${documents.useReport.label}”；已经报审的，由审核部门办理“退回”，上传后重新提交`,
  curedBy: [byDocument('useReport'), byStep('returnForCorrection')],
};

/** The advice for the one who hands in and the one who decides. */
export const advice = [withinGuidePrice, nothingIdle, useReported] as const;
