import { quoted } from '#machines/kit/words/quotation.js';
import { byDocument, byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { approvalOf, dossierUnderReview } from '../context.js';
import { isReason } from '#machines/kit/words/reason.js';
import { documents } from '../documents.js';
import { SIMILARITY } from '../events/planning.js';
import { projectRule } from './common.js';

export const endorsedFirst = projectRule({
  id: 'reserve.endorsed-first',
  clause: '2.2.5',
  holds: '下属单位的项目已经主管部门审核',
  says: '主管部门尚未审核，不能直接受理下属单位的申报',
  remedy: '由主管部门办理“主管部门审核同意”；已经受理审查的，办理“退回”，由主管部门重新审核',
  curedBy: [byStep('endorse'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context }) => verdict(context.applicant.superior === null || context.endorsedOn !== null),
});

export const notSplit = projectRule<{ similarity: 'none' | 'distinct' | 'split' }>({
  id: 'reserve.not-split',
  clause: '2.1.2b',
  holds: '项目不是相似项目的拆分',
  says: '已认定为相似项目拆分申报，不能入库',
  remedy: '请办理“退回”，由项目单位与相似项目合并后申报，或者办理“预审不通过”；认定有误的，请更正核对结论',
  curedBy: [byStep('returnForCorrection'), byStep('rejectPreReview'), byForm('similarity')],
  about: 'event',
  judge: ({ data }) => verdict(data.similarity !== 'split', { 核对结论: SIMILARITY[data.similarity] }),
});

export const distinctionExplained = projectRule<{ similarity: string; similarityReason?: string }>({
  id: 'reserve.distinction-explained',
  clause: '2.1.2b',
  holds: '认定相似项目不属拆分时写明理由',
  says: '认定“有相似但不属拆分”没有写明理由',
  remedy: '请填写认定理由',
  curedBy: [byForm('similarityReason')],
  about: 'event',
  judge: ({ data }) => verdict(data.similarity !== 'distinct' || isReason(data.similarityReason)),
});

const REVIEWED = { declaration: '申报内容', dossier: '报批文件', neither: '其他材料' } as const;

/** A correction may change only what is under review. What was approved stays as it was approved. */
export const correctionFits = projectRule<{ declaration?: unknown; dossier?: unknown }>({
  id: 'correction.fits',
  clause: '2.1.2a',
  holds: '补正的内容属于正在审查的材料',
  says: (seen) => `正在审查的是${String(seen['审查对象'])}，补正内容与之不符`,
  remedy: '请只补正被退回的材料，其他内容不填',
  curedBy: [byForm('declaration', 'dossier')],
  about: 'event',
  judge: ({ context, data }) => {
    const reviewed = dossierUnderReview(context) ? 'dossier' : approvalOf(context) ? 'neither' : 'declaration';
    const seen = { 审查对象: REVIEWED[reviewed] };
    const strays = (['declaration', 'dossier'] as const).some((part) => part !== reviewed && data[part] !== undefined);
    return strays ? no(seen) : yes(seen);
  },
});

/** An amount is corrected in the dossier that states it. */
export const amountFits = projectRule<{ dossier?: { investmentFen?: number; budgetFen?: number } }>({
  id: 'correction.amount-fits',
  clause: '2.2.2b',
  holds: '补正金额填在报批时的同一栏：可行性研究报告填可研投资额，其他报批文件填投资概算',
  says: (seen) => `补正金额应填在“${String(seen['应填'])}”一栏，与报批时相同`,
  remedy: '可行性研究报告请填可研投资额，其他报批文件请填投资概算',
  curedBy: [byForm('investmentFen', 'budgetFen')],
  about: 'event',
  judge: ({ context, data }) => {
    const feasibility = context.dossier === 'feasibility';
    const other = feasibility ? data.dossier?.budgetFen : data.dossier?.investmentFen;
    return verdict(other === undefined, { 应填: feasibility ? '可研投资额' : '投资概算' });
  },
});

/**
 * 三4 demands that existing systems are reused and shared data is not collected again. It does not say how to show
 * that, so the rule advises.
 */
export const reuseSearched = projectRule({
  id: 'reserve.reuse-searched',
  clause: '3.4c',
  holds: '已检索可以复用的成果和可以共享的数据',
  says: (seen) => `没有${quoted(seen['材料'])}`,
  remedy: `请检索可以复用的成果、可以共享的数据，上传“${documents.reuseStatement.label}”`,
  curedBy: [byDocument('reuseStatement')],
  weight: 'advice',
  about: 'case',
  judge: ({ facts }) => {
    const { label } = documents.reuseStatement;
    return verdict(
      facts.documents.some((d) => d.kind === 'reuseStatement'),
      { 材料: label },
    );
  },
});
