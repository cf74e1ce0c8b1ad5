import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

/** What a rectification gathers. */
export const documents = {
  rectificationNotice: { label: '整改通知书', clause: '2.6.3b' },
  finding: { label: '检查记录、审计报告等依据', clause: '2.6.1a' },
  rectificationReport: { label: '整改报告', clause: '2.6.3b' },
  measureDecision: { label: '处置、解除决定文件', clause: '2.6.2' },
  other: { label: '其他材料', clause: '1.2.3' },
} as const satisfies Record<string, DocumentDefinition>;
