import { demoUnits, roleOf } from '#machines/demo-county.js';
import type { Actor } from '#machines/kit/case/facts.js';
import { testYears } from '#machines/kit/testing/calendar.js';
import type { World } from '#machines/kit/testing/story.js';
import { houseParameters } from '#machines/kit/words/house-parameters.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { itProjects } from '../regulation.js';

/** Stories name no unit by its code. One code that belongs to nobody stands for all of them. */
export const units: Readonly<Record<string, CaseUnit>> = Object.fromEntries(
  demoUnits.map((unit) => [unit.id, { ...unit, creditCode: '11341823000000000X' }]),
);

const somebody = (of: CaseUnit, userId: string, name: string): Actor => ({
  userId,
  name,
  unitId: of.id,
  principals: [`unit:${of.id}`, `role:${roleOf(of)}`, `user:${userId}`],
});

const isApplicant = (of: CaseUnit): boolean => roleOf(of) !== of.id;
/** The offices in which a story passes a step from one person to another. */
const TWO_PEOPLE = ['data-bureau', 'health'];

/**
 * The people of the stories: one in each office, with its name, and a second one in some of them. Offices that only
 * apply come last.
 */
export const actors: Readonly<Record<string, Actor>> = Object.fromEntries(
  [...demoUnits.filter((of) => !isApplicant(of)), ...demoUnits.filter(isApplicant)]
    .flatMap((of) => [
      somebody(of, of.id, of.name),
      ...(TWO_PEOPLE.includes(of.id) ? [somebody(of, `${of.id}-deputy`, `${of.name}第二经办人`)] : []),
    ])
    .map((actor) => [actor.userId, actor]),
);

export const world: World = {
  regulation: itProjects,
  calendarYears: testYears,
  parameters: [...houseParameters(itProjects.issued), ...itProjects.parameters],
  actors,
  units,
  procedures: itProjects.procedures,
};
