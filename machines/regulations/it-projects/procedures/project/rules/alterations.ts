import { byForm } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { alters, revises } from '../../../common/alters.js';
import { presentAmount, type ProjectContext } from '../context.js';
import { projectRule } from './common.js';

/** A step that changes something must change it. */

export const declarationRevised = revises<ProjectContext>(({ declaration }) => declaration);

export const estimateRevised = alters<ProjectContext, { estimateFen: number }>({
  id: 'estimate.changes-something',
  clause: '2.2.2b',
  what: '投资估算',
  fields: ['estimateFen'],
  before: (context) => ({ estimateFen: presentAmount(context) }),
  after: ({ estimateFen }) => ({ estimateFen }),
});

export const fundsChanged = alters<ProjectContext, { number: string; date: string; amountFen: number }>({
  id: 'funds.changes-something',
  clause: '3.2d',
  what: '资金安排',
  fields: ['number', 'date', 'amountFen'],
  before: ({ funds }) => ({ ...funds }),
  after: ({ number, date, amountFen }) => ({ number, date, amountFen }),
});

export const contractAmended = alters<ProjectContext, { ipOwnedByGovernment: boolean; interfaceFreeMonths: number }>({
  id: 'contract.amendment-changes-something',
  clause: '2.4.3',
  what: '合同信息',
  fields: ['ipOwnedByGovernment', 'interfaceFreeMonths'],
  before: ({ contract }) => ({ ...contract }),
  after: ({ ipOwnedByGovernment, interfaceFreeMonths }) => ({ ipOwnedByGovernment, interfaceFreeMonths }),
});

export const contractVaried = alters<ProjectContext, { amountFen: number }>({
  id: 'contract.variation-changes-something',
  clause: '2.3.3a',
  what: '合同金额',
  fields: ['amountFen'],
  before: ({ contract }) => ({ ...contract }),
  after: ({ amountFen }) => ({ amountFen }),
});

/** The contract follows the change that justifies it. */
export const variedAfterChange = projectRule<{ change: string; signedOn?: string }>({
  id: 'contract.variation-after-change',
  clause: '2.3.3f',
  holds: '补充合同在所依据的投资变更之后签订',
  says: (seen) => `补充合同签订日期${String(seen['签订日期'])}早于投资变更备案或者批准日期${String(seen['变更日期'])}`,
  remedy: '请核对签订日期；确实早于变更的，请重新签订补充合同后填写',
  curedBy: [byForm('signedOn')],
  about: 'event',
  judge: ({ context, data }) => {
    const change = context.changes.find((c) => c.number === data.change || c.change === data.change);
    return change === undefined || data.signedOn === undefined || data.signedOn >= change.on
      ? yes()
      : no({ 签订日期: data.signedOn, 变更日期: change.on });
  },
});

/** An extension that ends before the day it should move extends nothing. */
export const extensionLater = projectRule<{ until: string }>({
  id: 'acceptance.extension-later',
  clause: '2.4.2d',
  holds: '申请的验收日期晚于原定的到期日',
  says: (seen) => `申请延期到${String(seen['申请到'])}，不晚于原定的${String(seen['到期'])}`,
  remedy: '请填写晚于到期日的日期；能够按期验收的，无需申请延期',
  curedBy: [byForm('until')],
  about: 'event',
  judge: ({ data, facts }) => {
    const due = facts.deadlines.find((d) => d.name === 'acceptanceApply')?.dueOn ?? null;
    return verdict(due === null || data.until > due, { 申请到: data.until, 到期: due });
  },
});
