import type { Step, Story } from '#machines/kit/testing/story.js';
import type { IsoDate } from '#machines/kit/words/dates.js';
import { wan } from '#machines/kit/words/money.js';
import * as line from '../testing/lines.js';

/** A tender that leads to no contract, and is held again. */

const fen = wan(150);
type Supplier = typeof line.CONTRACTOR;

const published = (on: IsoDate): Step => ({
  on,
  by: 'education',
  send: 'publishTender',
  data: { method: 'openTender', quotes: 3, noExclusiveTerms: true, ipClause: true, publishedOn: on },
});
const awarded = (on: IsoDate, supplier: Supplier): Step => ({ by: 'education', send: 'recordAward', data: { awardedOn: on, supplier, amountFen: fen } });
const signed = (on: IsoDate, supplier: Supplier): Step => ({ by: 'education', send: 'signContract', data: { signedOn: on, supplier, amountFen: fen } });
const cancelled = (reason: string): Step => ({ by: 'education', send: 'cancelTender', data: { reason }, state: 'procurement.preparing' });

export const unsigned: Story = {
  title: '中标的是设计单位，或者中标单位不签合同：重新组织采购',
  clauses: ['2.2.1a', '2.3.1a'],
  by: 'education',
  on: '2025-01-06',
  declare: line.declarationOf('考试巡查系统', fen),
  steps: [
    ...line.pooled('education', '2025-01-07'),
    ...line.planned('education', '2025-01-20', 2026),
    ...line.approvedInOneStep('education', '2025-02-10', fen),
    { on: '2025-02-10', by: 'finance', send: 'confirmFunds', data: { number: '青财1号', date: '2025-02-10', amountFen: fen } },
    published('2025-02-10'),
    { ...awarded('2025-02-10', line.DESIGNER), refused: ['contract.designer-not-contractor'] },
    cancelled('中标单位是设计单位'),
    published('2025-03-03'),
    awarded('2025-03-03', line.CONTRACTOR),
    { ...signed('2025-03-03', line.SUPERVISOR), refused: ['contract.supplier-awarded'] },
    cancelled('中标单位不签合同'),
    published('2025-03-24'),
    awarded('2025-03-24', line.SUPERVISOR),
    { ...signed('2025-03-24', line.SUPERVISOR), state: 'construction.awaitingStart' },
  ],
};
