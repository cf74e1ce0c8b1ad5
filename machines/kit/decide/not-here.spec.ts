import { describe, expect, it } from '@jest/globals';
import { tell, type Step } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import * as line from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';
import { whyNotHere } from './not-here.js';

const told = (steps: readonly Step[]) =>
  tell(
    project,
    {
      title: '办错了环节',
      clauses: ['2.1.2a'],
      by: 'education',
      on: '2025-01-06',
      declare: line.declarationOf('考务平台', wan(100)),
      steps,
    },
    world,
  ).state;

describe('an event that a case does not take where it stands', () => {
  it('is answered with where the case stands, whom it waits for and where the step belongs', () => {
    expect(whyNotHere(project, told([]), 'passPreReview')).toBe(
      '案件现处于“准备申报”，等待项目单位，不能办理“预审通过，纳入储备库”；这一步在“入库预审中”时办理。',
    );
  });

  it('names no places where they are many', () => {
    expect(whyNotHere(project, told([]), 'returnForCorrection')).toMatch(
      /^案件现处于“准备申报”，等待项目单位，不能办理“[^”]+”。$/,
    );
  });

  it('is no step of anybody, or one of the system', () => {
    expect(whyNotHere(project, told([]), 'hurry')).toBe('“政务信息化项目”没有这个动作。案件现处于“准备申报”。');
    expect(whyNotHere(project, told([]), 'planIssued')).toMatch(/由系统办理。案件现处于“准备申报”。$/);
  });

  it('comes too late when the case is over', () => {
    const over = told([{ by: 'education', send: 'withdraw', data: { reason: '不再申报' } }]);
    expect(whyNotHere(project, over, 'declare')).toMatch(/^案件现处于“[^”]+”，已经结束，不再办理。$/);
  });
});
