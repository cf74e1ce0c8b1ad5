import { rule, verdict, yes, type Rule } from '../../kit/rule.js';
import { projectRule, type ProjectRule } from './common.js';
import { PUBLIC_FUNDING, type Declaration } from '../declaration.js';

/** What must hold before a project may exist here at all. */
export const notTownship = rule<unknown, Declaration>({
  id: 'creation.not-township',
  clause: '2.1.2d',
  holds: '申报单位不是乡镇',
  says: '乡镇不单独建设政务信息化项目',
  remedy: '请将建设需求报县直主管部门纳入上级统筹',
  about: 'event',
  judge: ({ facts }) => verdict(facts.unit.kind !== 'township', { 申报单位: facts.unit.name }),
});

export const publiclyFunded = rule<unknown, Declaration>({
  id: 'creation.publicly-funded',
  clause: '1.2.1',
  holds: '资金来源含财政资金',
  says: '资金来源不含财政资金，不走本流程',
  remedy: '企业投资或自有资金项目请办理方案审查',
  about: 'event',
  judge: ({ data }) => verdict(data.fundingSources.some((s) => PUBLIC_FUNDING.includes(s))),
});

export const notClassified = rule<unknown, Declaration>({
  id: 'creation.not-classified',
  clause: '2.2.6c',
  holds: '项目不涉密',
  says: '涉密项目的内容不得录入本系统',
  remedy: '请按国家保密规定线下办理',
  about: 'event',
  judge: ({ data }) => verdict(!data.classified),
});

export const parentNamed = rule<unknown, Declaration>({
  id: 'creation.parent-approval',
  clause: '2.2.4',
  holds: '续建项目写明原项目批复文号',
  says: '续建项目没有写明原项目批复文号',
  remedy: '请填写原项目批复文号；没有原批复的，按新建项目申报',
  about: 'event',
  judge: ({ data }) => verdict(data.projectType !== 'continuation' || data.parentApprovalNumber !== undefined),
});

type Changes = { changes?: Partial<Declaration> | undefined; declaration?: Partial<Declaration> | undefined };

/** The same statement about a declaration as it would be after a change: what may not be begun may not be become either. */
const afterChange = ({ looks: _, ...r }: Rule<unknown, Declaration>): ProjectRule<Changes> =>
  projectRule<Changes>({
    ...r,
    judge: ({ context, data, facts }) => {
      const changes = data.changes ?? data.declaration;
      return changes === undefined ? yes() : r.judge({ context, data: { ...context.declaration, ...changes }, facts });
    },
  });

export const changesHold = [publiclyFunded, notClassified, parentNamed].map(afterChange);
