import { papers } from '../../law.js';

/** The documents of a rectification. */
export const documents = papers('2.6.3b', {
  rectificationNotice: '整改通知书',
  finding: ['检查记录、审计报告等依据', '2.6.1a'],
  rectificationReport: '整改报告',
  measureDecision: ['处置、解除决定文件', '2.6.2'],
  other: ['其他材料', '1.2.3'],
});
