import type { CaseLists } from '#machines/kit/law/list.js';
import { anythingInForce, type RectificationContext } from './context.js';

export const lists = {
  notRectified: {
    label: '整改未完成',
    clause: '2.6.3b',
    says: '责令整改，尚未复核合格',
    deadlines: ['rectification'],
    holds: ({ context }) => context.passedOn === null,
  },
  underMeasure: {
    label: '处置未解除',
    clause: '2.6.3b',
    says: '已暂缓安排计划或者暂停建设，尚未解除',
    deadlines: ['lifting'],
    holds: ({ context }) => anythingInForce(context),
  },
} as const satisfies CaseLists<RectificationContext>;
