import type { Outcome, Render } from '../engine/outcome.js';
import type { Answer } from '../engine/ports.js';
import { problemBody } from '../http/problem-body.js';
import {
  invalidPayload,
  keyReused,
  notApplicable,
  notFound,
  notYourStep,
  refused,
  stale,
  type Problem,
} from '../http/problem.js';
import { fieldErrors } from '../http/validation.js';
import { caseView } from './case-view.js';

function problemOf(outcome: Exclude<Outcome, { kind: 'accepted' }>, pointer: string): Problem {
  switch (outcome.kind) {
    case 'not-found':
      return notFound('没有这个案件，或者您无权查看。');
    case 'no-substitute':
      return notYourStep('您今天没有代理该人员的工作。');
    case 'stale':
      return stale(outcome.seq);
    case 'key-reused':
      return keyReused();
    case 'not-applicable':
      return notApplicable(outcome.actions, outcome.why);
    case 'not-your-step':
      return notYourStep(outcome.by.length > 0 ? `这一步由${outcome.by.join('、')}办理。` : '这一步只能由系统办理。');
    case 'invalid':
      return invalidPayload(fieldErrors(outcome.issues, pointer));
    case 'refused':
      return refused(outcome.refusals, outcome.refusals.map((r) => r.message).join('；'));
  }
}

/** Returns an outcome as HTTP sends it, already as text: a repeated request gets exactly the same bytes. */
export const renderAt =
  (instance: string, pointer = '/data'): Render =>
  (outcome): Answer => {
    if (outcome.kind === 'accepted')
      return { status: outcome.created ? 201 : 200, body: JSON.stringify(caseView(outcome.view)) };
    const problem = problemOf(outcome, pointer);
    return { status: problem.status, body: problemBody(problem, instance) };
  };
