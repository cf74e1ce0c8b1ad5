import type { CaseLists } from '#machines/kit/law/list.js';
import type { NeedContext } from './context.js';

export const lists = {
  unanswered: {
    label: '乡镇需求未答复',
    clause: '2.1.2d',
    says: '乡镇已提出需求，部门尚未答复',
    deadlines: ['answer'],
    holds: ({ position }) => position.states.some((state) => state.includes('.answering')),
  },
} as const satisfies CaseLists<NeedContext>;
