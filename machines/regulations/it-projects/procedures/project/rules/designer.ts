import { quoted } from '#machines/kit/words/quotation.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import type { Company, ProjectContext } from '../context.js';
import { projectRule } from './common.js';

/** 应当引入专业咨询设计机构: everything that designs a system needs one. An operation plan designs none (二(二)1). */
export const designerNamed = projectRule<{ designer?: Company | undefined }>({
  id: 'approval.designer-named',
  clause: '2.2.1a',
  holds: '报批文件由专业咨询设计机构编制',
  says: '没有填写编制报批文件的专业咨询设计机构',
  remedy: '请填写咨询设计单位的名称和统一社会信用代码',
  curedBy: [byForm('designer')],
  about: 'event',
  judge: ({ data }) => verdict(data.designer !== undefined, { 咨询设计单位: data.designer?.name ?? null }),
});

/** Two companies are the same if their credit codes are equal. Affiliation is declared, not judged (二(二)1). */
const designer = (context: ProjectContext): Company | undefined =>
  context.dossiers.design?.designer ?? context.dossiers.combined?.designer ?? context.dossiers.servicePlan?.designer;

export const designerNotContractor = projectRule<{ supplier: Company }>({
  id: 'contract.designer-not-contractor',
  clause: '2.2.1a',
  holds: '承建单位不是设计单位',
  says: (seen) => `承建单位与设计单位同为${quoted(seen['设计单位'])}，设计与实施应当分开`,
  remedy: '承建单位填错的，请更正；确与设计单位相同的，办理“采购失败，重新组织”',
  curedBy: [byForm('supplier'), byStep('cancelTender')],
  about: 'event',
  judge: ({ context, data }) => {
    const by = designer(context);
    return by && by.creditCode === data.supplier.creditCode ? no({ 设计单位: by.name }) : yes();
  },
});
