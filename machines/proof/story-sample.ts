import type { Step, Story } from '#machines/kit/testing/story.js';
import { stories } from './all.js';

/** A story with the procedure that it tells of. */
export type ToldStory = readonly [procedure: string, story: Story];

export const allStories: readonly ToldStory[] = stories.map(({ procedure, story }) => [procedure, story] as const);

/** What a line of a story may be, as far as it takes another way through the program. */
export const kinds: Readonly<Record<string, (step: Step) => boolean>> = {
  accepted: (s) => s.send !== undefined && !s.refused && !s.clause && !s.notApplicable && !s.notYourStep,
  refused: (s) => s.refused !== undefined,
  'refused by a clause': (s) => s.clause !== undefined,
  'not applicable': (s) => s.notApplicable === true,
  'not your step': (s) => s.notYourStep === true,
  begins: (s) => s.begin !== undefined,
  uploads: (s) => s.upload !== undefined,
  'uploaded by another': (s) => s.uploader !== undefined,
  names: (s) => s.naming !== undefined,
  'of another case': (s) => s.at !== undefined,
  'on a day': (s) => s.on !== undefined,
};

/** Every kind of line there is in the procedure that a story tells of. */
export const kindsIn = ([procedure, { steps }]: ToldStory): string[] =>
  Object.entries(kinds)
    .filter(([, is]) => steps.some(is))
    .map(([kind]) => `${procedure} ${kind}`);

/** Every procedure, and every kind of line in whichever of them: enough where each story costs a server of its own. */
export const brieflyIn = ([procedure, { steps }]: ToldStory): string[] => [
  procedure,
  ...Object.entries(kinds)
    .filter(([, is]) => steps.some(is))
    .map(([kind]) => kind),
];

/**
 * A few stories in which every procedure and every kind of line that it has occurs, the shortest that will do. They are always the same
 * ones: all of them are told with every change, by `npm run test:deep`, so that another choice each time would only surprise.
 */
export function sampleOf(all: readonly ToldStory[], kindsOf = kindsIn): ToldStory[] {
  const missing = new Set(all.flatMap(kindsOf));
  const chosen: ToldStory[] = [];
  while (missing.size > 0) {
    const worth = (told: ToldStory): number =>
      kindsOf(told).filter((k) => missing.has(k)).length / (5 + told[1].steps.length);
    const next = all.reduce((best, told) => (worth(told) > worth(best) ? told : best));
    for (const kind of kindsOf(next)) missing.delete(kind);
    chosen.push(next);
  }
  return all.filter((told) => chosen.includes(told));
}
