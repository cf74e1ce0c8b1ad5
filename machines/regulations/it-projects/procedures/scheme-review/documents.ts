import type { DocumentDefinition } from '#machines/kit/law/procedure.js';

export const documents = {
  scheme: { label: '项目方案', clause: '1.2.4' },
  reviewOpinion: { label: '方案审查意见', clause: '1.2.4' },
  other: { label: '其他材料', clause: '1.2.4' },
} as const satisfies Record<string, DocumentDefinition>;
