import { z } from 'zod';
import { day, fen, text } from '#machines/kit/words/fields.js';

/**
 * The sender and the number of the sender's event. By it the receiver recognises a signal that is older than what it
 * knows.
 */
const from = {
  change: z.uuid().meta({ description: '投资变更案件' }),
  number: text(50).meta({ description: '投资变更编号' }),
  told: z.int().positive().meta({ description: '投资变更案件的序号' }),
};

const sum = z.int().min(0).max(10_000_000_000_000);
const amounts = {
  increaseFen: sum.meta({ description: '调增合计，整数分' }),
  decreaseFen: sum.meta({ description: '调减合计，整数分' }),
  scheduleDays: z.int().meta({ description: '工期调整，日' }),
  on: day,
};

const stands = z.strictObject(from);

/** What a change request tells its project (二(三)3). */
export const changeSignals = {
  changeOpened: { label: '登记投资变更', payload: stands },
  changeSubmitted: { label: '投资变更报批', payload: stands },
  changeMade: { label: '自主调整并备案', payload: z.strictObject({ ...from, ...amounts }) },
  changeApproved: {
    label: '批准投资变更',
    payload: z.strictObject({ ...from, ...amounts, totalFen: fen.meta({ description: '变更后概算，整数分' }) }),
  },
  changeClosed: { label: '投资变更终结', payload: stands },
} as const;

export type ChangeStands = z.infer<typeof stands>;
export type ChangeMade = z.infer<typeof changeSignals.changeMade.payload>;
export type ChangeApproved = z.infer<typeof changeSignals.changeApproved.payload>;
