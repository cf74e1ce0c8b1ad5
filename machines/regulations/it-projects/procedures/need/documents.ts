import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

/** None is asked for: what is needed is said in the form. */
export const documents = {
  needStatement: { label: '需求说明', clause: '2.1.2d' },
  other: { label: '其他材料', clause: '2.1.2d' },
} as const satisfies Record<string, DocumentDefinition>;
