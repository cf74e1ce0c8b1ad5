import { titleOf, type Problem } from './problem.js';

/** Writes the document of RFC 9457. */
export function problemBody(problem: Problem, instance: string): string {
  return JSON.stringify({
    type: `urn:bihuan:problem:${problem.code}`,
    title: titleOf(problem.code),
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    instance,
    ...problem.extra,
  });
}
