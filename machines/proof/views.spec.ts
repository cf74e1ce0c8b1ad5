import { describe, expect, it } from '@jest/globals';
import type { View } from '#machines/kit/case/view.js';
import * as annualPlan from '#machines/regulations/it-projects/views/annual-plan.js';
import * as changeRequest from '#machines/regulations/it-projects/views/change-request.js';
import * as developmentPlan from '#machines/regulations/it-projects/views/development-plan.js';
import * as operationReview from '#machines/regulations/it-projects/views/operation-review.js';
import * as project from '#machines/regulations/it-projects/views/project.js';
import * as rectification from '#machines/regulations/it-projects/views/rectification.js';
import { procedures } from './all.js';

/** What each procedure publishes, by the name of its file. */
const published: Readonly<Record<string, object>> = {
  'annual-plan': annualPlan,
  'change-request': changeRequest,
  'development-plan': developmentPlan,
  'operation-review': operationReview,
  project,
  rectification,
};

const isView = (value: unknown): value is View<unknown> =>
  typeof value === 'object' && value !== null && 'versions' in value;
const views = Object.entries(published).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isView)
    .map((view) => ({ file, view })),
);

describe('what procedures publish for each other', () => {
  it.each(views.map(({ file, view }) => [`${view.procedure}: ${view.name}`, file, view] as const))(
    '%s stands in the file of its procedure and reads every version of it',
    (_, file, { procedure, versions }) => {
      expect(procedure).toBe(file);
      const pinned = procedures.all().filter((p) => p.id === procedure);
      expect(Object.keys(versions).map(Number).sort()).toEqual(pinned.map((p) => p.version).sort());
    },
  );

  it('has a name of its own', () => {
    const names = views.map(({ view }) => `${view.procedure}.${view.name}`);
    expect(names).toEqual([...new Set(names)]);
  });
});
