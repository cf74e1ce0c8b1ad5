import { review } from '../review.js';
import { notBefore, notInFuture } from '../rules/common.js';
import { on, waiting, to } from '../setup.js';

/** 归档: the archives are handed over after acceptance and confirmed (二(四)4). */
export const archival = {
  meta: { stage: 'archival', label: '归档' },
  initial: 'handingOver' as const,
  states: {
    handingOver: {
      ...waiting({ label: '待移交档案', party: 'applicant', clause: '2.4.4', opens: ['archiveHandOver'] }),
      on: on('handOverArchives', {
        to: 'confirming',
        by: 'applicant',
        clauses: ['2.4.4'],
        rules: [
          notInFuture('date', '移交日期', '2.4.4'),
          notBefore('date', '移交日期', (c) => c.acceptance.passedOn ?? undefined, '验收日期', '2.4.4'),
        ],
        record: (_, { date, listNumber }) => ({ handedOver: { on: date, listNumber } }),
      }),
    },
    confirming: review({
      label: '档案接收',
      party: 'archives',
      clause: '2.4.4',
      deadline: 'archiveConfirmation',
      recall: [{ by: 'applicant', to: to('archival.handingOver'), record: () => ({ handedOver: null }) }],
      on: on('confirmHandOver', { to: to('evaluation'), by: 'archives', decides: true, clauses: ['2.4.4'] }),
    }),
  },
};
