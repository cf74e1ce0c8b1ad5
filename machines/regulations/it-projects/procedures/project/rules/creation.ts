import { byCase, byForm } from '#machines/kit/law/cure.js';
import { rule as derived, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import type { ProjectContext } from '../context.js';
import { rule } from '../../../law.js';
import { notClassified } from '../../../common/creation.js';
import { PUBLIC_FUNDING } from '../../../funding.js';
import type { Declaration } from '../declaration.js';
import { type ProjectRule } from './common.js';
import { participantsKnown } from './participation.js';

/** Rules that must hold before a project may be created. */
export const publiclyFunded = rule<unknown, Declaration>({
  id: 'creation.publicly-funded',
  clause: '1.2.1',
  holds: '资金来源含财政资金',
  says: '资金来源不含财政资金，不走本流程',
  remedy: '请核对资金来源；企业投资或者自有资金项目，请登记“参照执行项目方案审查”',
  curedBy: [byForm('fundingSources'), byCase('scheme-review')],
  about: 'event',
  judge: ({ data }) => verdict(data.fundingSources.some((s) => PUBLIC_FUNDING.includes(s))),
});

export const parentNamed = rule<unknown, Declaration>({
  id: 'creation.parent-approval',
  clause: '2.2.4',
  holds: '续建项目写明原项目批复文号，或者指明原项目',
  says: '续建项目没有写明原项目批复文号，也没有指明原项目',
  remedy: '请填写原项目批复文号，或者原项目的案件编号；没有原批复的，按新建项目申报',
  curedBy: [byForm('parentApprovalNumber', 'parentProject', 'projectType')],
  about: 'event',
  judge: ({ data }) =>
    verdict(
      data.projectType !== 'continuation' ||
        data.parentProject !== undefined ||
        // A number of a document has figures; “无” has none.
        /\d/.test(String(data.parentApprovalNumber)),
    ),
});

type Changes = { changes?: Partial<Declaration> | undefined; declaration?: Partial<Declaration> | undefined };

/**
 * Returns the same rule for a declaration as it would be after a change: a change must not lead to what could not have
 * been begun.
 */
const afterChange = ({ looks: _, ...r }: Rule<unknown, Declaration>): ProjectRule<Changes> =>
  derived<ProjectContext, Changes>({
    ...r,
    judge: ({ context, data, facts }) => {
      const changes = data.changes ?? data.declaration;
      return changes === undefined ? yes() : r.judge({ context, data: { ...context.declaration, ...changes }, facts });
    },
  });

export const changesHold = [publiclyFunded, notClassified, parentNamed, participantsKnown].map(afterChange);
