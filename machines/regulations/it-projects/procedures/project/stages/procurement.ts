import { approvalOf, withAmount, type ProjectContext } from '../context.js';
import { fundsChanged } from '../rules/alterations.js';
import { notBefore, notInFuture } from '../rules/common.js';
import { designerNotContractor } from '../rules/designer.js';
import { expertsReviewed } from '../rules/experts.js';
import {
  awardedFirst,
  fundsConfirmed,
  ipInTender,
  noExclusiveTerms,
  notAffiliated,
  quotesTaken,
  singleSourceExplained,
  supplierAwarded,
  withinAward,
  withinBudget,
  withinFunds,
} from '../rules/procurement.js';
import { blocked, on, waiting, deadlinesAround, to } from '../setup.js';

const approvedOn = (context: ProjectContext): string | undefined => approvalOf(context)?.date;
const noticeOn = (context: ProjectContext): string | undefined => context.tender?.publishedOn;

/** Nothing is bought before finance has confirmed the money, so until then the unit has no step (三2). */
const awaitsFunds = ({ funds: confirmed }: ProjectContext): ('applicant' | 'finance')[] =>
  confirmed === null ? ['finance'] : ['applicant'];

/**
 * Until there is a contract finance may confirm money, and more money. After that it may do so for a change of the
 * contract.
 */
export const funds = on('confirmFunds', {
  by: 'finance',
  decides: true,
  clauses: ['3.2d', '3.3a'],
  rules: [
    expertsReviewed,
    withinBudget,
    notInFuture('date', '安排日期', '3.2d'),
    notBefore('date', '安排日期', approvedOn, '批复日期', '3.2d'),
    fundsChanged,
  ],
  record: (_, { number, date, amountFen }) => ({ funds: { number, date, amountFen } }),
});

/** 采购: funds, tender, award, contract. Each follows the one before, in its date and in fact (二(一)4, 二(三)1–2). */
export const procurement = {
  meta: { stage: 'procurement', label: '采购' },
  initial: 'preparing' as const,
  ...deadlinesAround('contracting'),
  on: {
    ...funds,
    ...blocked('signContract', { by: 'applicant', clauses: ['2.3.1a'], rules: [awardedFirst, withinBudget] }),
  },
  states: {
    preparing: {
      ...waiting({ label: '准备采购', party: awaitsFunds, clause: '2.3.1a', opens: ['procurementTracking'] }),
      on: {
        ...on('publishTender', {
          to: 'tendering',
          by: 'applicant',
          clauses: ['2.3.1a', '2.3.2a'],
          rules: [
            fundsConfirmed,
            quotesTaken,
            noExclusiveTerms,
            ipInTender,
            singleSourceExplained,
            notInFuture('publishedOn', '公告日期', '2.1.4'),
            notBefore('publishedOn', '公告日期', approvedOn, '批复日期', '2.1.4'),
          ],
          record: (_, { method, publishedOn }) => ({ tender: { method, publishedOn }, award: null }),
        }),
      },
    },
    tendering: {
      ...waiting({ label: '采购中', party: 'applicant', clause: '2.3.1a', opens: ['procurementTracking'] }),
      on: {
        ...on('recordAward', {
          to: 'awarded',
          by: 'applicant',
          clauses: ['2.3.1a'],
          rules: [
            withinBudget,
            withinFunds,
            designerNotContractor,
            notAffiliated,
            notInFuture('awardedOn', '中标日期', '2.1.4'),
            notBefore('awardedOn', '中标日期', noticeOn, '公告日期', '2.1.4'),
          ],
          record: (_, { awardedOn, supplier, amountFen }) => ({ award: { on: awardedOn, supplier, amountFen } }),
        }),
        ...on('cancelTender', {
          to: 'preparing',
          by: 'applicant',
          clauses: ['2.3.1a'],
          abandons: true,
          record: () => ({ tender: null }),
        }),
      },
    },
    awarded: {
      ...waiting({ label: '待签合同', party: 'applicant', clause: '2.3.1a', opens: ['contractSigning'] }),
      on: {
        ...on('signContract', {
          to: to('construction'),
          by: 'applicant',
          clauses: ['2.3.1a', '2.3.3a'],
          rules: [
            supplierAwarded,
            withinAward,
            designerNotContractor,
            withinBudget,
            notInFuture('signedOn', '签订日期', '2.1.4'),
            notBefore('signedOn', '签订日期', (c) => c.award?.on, '中标日期', '2.1.4'),
          ],
          record: (context, data, { seq }) => ({
            contract: {
              signedOn: data.signedOn,
              supplier: data.supplier,
              amountFen: data.amountFen,
              ipOwnedByGovernment: data.ipOwnedByGovernment,
              interfaceFreeMonths: data.interfaceFreeMonths,
              filedOn: null,
              publishedOn: null,
              reportedOn: null,
            },
            amounts: withAmount(context.amounts, {
              kind: 'contract',
              amountFen: data.amountFen,
              on: data.signedOn,
              seq,
            }),
          }),
          tells: ['contractSigned'],
        }),
        ...on('cancelTender', {
          to: 'preparing',
          by: 'applicant',
          clauses: ['2.3.1a'],
          abandons: true,
          record: () => ({ tender: null, award: null }),
        }),
      },
    },
  },
};
