import { published, type Inside } from '#machines/kit/case/view.js';
import type { Content } from '../procedures/change-request/content.js';
import type { ChangeContext } from '../procedures/change-request/context.js';

/** The views of a change request for other cases. */

/** What the bureau declined to file, and of which project (不予备案). Null if it declined nothing. */
export const changeDeclined = published<{ project: string; content: Content } | null>({
  procedure: 'change-request',
  name: 'declined',
  versions: {
    1: ({ context: { project, declined } }: Inside<ChangeContext>) =>
      declined === undefined ? null : { project: project.id, content: declined },
  },
});

/** The project whose change the unit has made and filed, while the bureau has not taken note of it. Null otherwise. */
export const changeInFiling = published<string | null>({
  procedure: 'change-request',
  name: 'in-filing',
  versions: {
    1: ({ context, states }: Inside<ChangeContext>) =>
      states.some((state) => state.startsWith('underway.filing')) ? context.project.id : null,
  },
});
