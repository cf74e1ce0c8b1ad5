import type { ProjectContext } from './context.js';
import { contractAmended } from './rules/alterations.js';
import { attached, notBefore, notInFuture } from './rules/common.js';
import { ipInContract, interfacePeriodInContract } from './rules/procurement.js';
import { on, waiting } from './setup.js';

/** The duties that begin when a contract is signed. They stop no work, but reminders continue until each is done. */

/** 合同备案: due from the day of signing. A late filing is reminded of; it does not stop the work (二(三)2). */
export const contractFiling = {
  initial: 'notDue' as const,
  states: {
    notDue: { on: on('contractSigned', { to: 'toFile', by: 'system', clauses: ['2.3.2b'] }) },
    toFile: {
      ...waiting({ label: '待合同备案', party: 'applicant', clause: '2.3.2b', opens: ['contractFiling'] }),
      on: {
        ...on('fileContract', {
          to: 'filed',
          by: 'applicant',
          clauses: ['2.3.2b', '2.4.3'],
          rules: [attached('contract'), attached('priceList'), ipInContract, interfacePeriodInContract],
          record: (context, _, { today }) => ({ contract: { ...context.contract!, filedOn: today } }),
          then: [{ do: 'notify', kind: '待阅', to: 'dataBureau', text: '合同已备案' }],
        }),
        ...on('amendContract', {
          by: 'applicant',
          clauses: ['2.4.3'],
          rules: [contractAmended],
          abandons: true,
          tells: ['contractAmended'],
          record: (context, data) => ({ contract: { ...context.contract!, ...data } }),
        }),
      },
    },
    filed: {},
  },
};

/**
 * 数据接口免费服务期: counted from the acceptance by the months of the contract, or by the usual period if the contract
 * names none. The months can be corrected until the contract is filed. The users of the interfaces are told before the
 * period ends, also if the project has closed by then (二(四)3): the deadline is opened here, and no step closes it.
 */
export const interfacePeriod = {
  initial: 'notBegun' as const,
  states: {
    notBegun: { on: on('acceptancePassed', { to: 'running', by: 'system', clauses: ['2.4.3'] }) },
    running: {
      meta: { label: '数据接口免费服务期内' },
      entry: [{ type: 'effect' as const, params: { do: 'open' as const, deadline: 'interfacePeriod' } }],
      on: on('contractAmended', {
        to: 'running',
        again: true,
        by: 'system',
        clauses: ['2.4.3'],
        then: [{ do: 'close', deadline: 'interfacePeriod' }],
      }),
    },
  },
};

const signedOn = (context: ProjectContext): string | undefined => context.contract?.signedOn;

/** 政府采购合同公告: due within days of signing, if the procurement was published (二(三)1). */
export const contractNotice = {
  initial: 'notDue' as const,
  states: {
    notDue: { on: on('contractSigned', { to: 'toPublish', by: 'system', clauses: ['2.3.1a'] }) },
    toPublish: {
      ...waiting({ label: '待公告合同', party: 'applicant', clause: '2.3.1a', opens: ['contractNotice'] }),
      on: on('publishContract', {
        to: 'announced',
        by: 'applicant',
        clauses: ['2.3.1a'],
        rules: [
          notInFuture('publishedOn', '公告日期', '2.3.1a'),
          notBefore('publishedOn', '公告日期', signedOn, '合同签订日期', '2.3.1a', 'after-signing'),
        ],
        record: (context, { publishedOn }) => ({ contract: { ...context.contract!, publishedOn } }),
      }),
    },
    announced: {},
  },
};

/** 政府采购合同报财政备案 (二(三)1): it is a duty apart from the filing with the bureau and does not replace it. */
export const contractReport = {
  initial: 'notDue' as const,
  states: {
    notDue: { on: on('contractSigned', { to: 'toReport', by: 'system', clauses: ['2.3.1a'] }) },
    toReport: {
      ...waiting({ label: '待合同报财政备案', party: 'applicant', clause: '2.3.1a', opens: ['contractReport'] }),
      on: on('reportContract', {
        to: 'reported',
        by: 'applicant',
        clauses: ['2.3.1a'],
        rules: [
          attached('contract'),
          notInFuture('reportedOn', '报备日期', '2.3.1a'),
          notBefore('reportedOn', '报备日期', signedOn, '合同签订日期', '2.3.1a', 'after-signing'),
        ],
        record: (context, { reportedOn }) => ({ contract: { ...context.contract!, reportedOn } }),
        then: [{ do: 'notify', kind: '待阅', to: 'finance', text: '合同已报备' }],
      }),
    },
    reported: {},
  },
};
