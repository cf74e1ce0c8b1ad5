import type { Step, Story } from '#machines/kit/testing/story.js';
import { stories } from './all.js';

/** A story with its procedure. */
export type ToldStory = readonly [procedure: string, story: Story];

export const allStories: readonly ToldStory[] = stories.map(({ procedure, story }) => [procedure, story] as const);

/** The kinds of lines of a story. Lines of different kinds take different ways through the program. */
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

/** Returns every kind of line of a story, together with its procedure. */
export const kindsIn = ([procedure, { steps }]: ToldStory): string[] =>
  Object.entries(kinds)
    .filter(([, is]) => steps.some(is))
    .map(([kind]) => `${procedure} ${kind}`);

/**
 * Returns the procedure and every kind of line, apart from each other. That is enough where each story costs a server
 * of its own.
 */
export const brieflyIn = ([procedure, { steps }]: ToldStory): string[] => [
  procedure,
  ...Object.entries(kinds)
    .filter(([, is]) => steps.some(is))
    .map(([kind]) => kind),
];

/**
 * Returns the fewest and shortest stories that together contain every procedure and every kind of line in it. They are
 * always the same: `npm run test:deep` tells all stories with every change, so a random choice would only surprise.
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
