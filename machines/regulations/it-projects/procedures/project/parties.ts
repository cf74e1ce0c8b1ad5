import type { Parties } from '#machines/kit/words/party.js';
import { parties as offices } from '../../parties.js';
import { outstandingParticipants, type ProjectContext } from './context.js';

/** The offices of the county, and the units that the project names itself. */
export const parties = {
  ...offices,
  /** The units that build a cross-department project together with its lead (二(一)5). */
  participants: {
    label: '参建单位',
    kind: 'units',
    of: (c: ProjectContext) => c.declaration.participants,
    outstanding: outstandingParticipants,
  },
} as const satisfies Parties;
