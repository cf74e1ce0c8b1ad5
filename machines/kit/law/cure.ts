/**
 * What takes a refusal away. A remedy says it in a sentence; this says it so that a page can offer it and a test can
 * follow it.
 */
export type Cure =
  /** The form is filled in otherwise: these fields, or whichever the refusal is about. */
  | { kind: 'form'; fields: readonly string[] }
  /** A document of this kind is handed in. */
  | { kind: 'document'; document: string }
  /** A step or an act of this case, or of a case of another procedure. */
  | { kind: 'step'; event: string; procedure?: string }
  /** A case of another procedure is begun. */
  | { kind: 'case'; procedure: string }
  /** Time passes. The refusal names the day where it is known. */
  | { kind: 'day' }
  /** Somebody of another unit acts in the place of an absent person, whom that person names. */
  | { kind: 'substitute' }
  /** Nothing has to be done: the step is not needed, or what is said does not hold it up. */
  | { kind: 'nothing' }
  /** It is in nobody's power here: the sentence names who has it. */
  | { kind: 'outside'; who: string };

export const byForm = (...fields: readonly string[]): Cure => ({ kind: 'form', fields });
export const byDocument = (document: string): Cure => ({ kind: 'document', document });
export const byStep = (event: string, procedure?: string): Cure => ({
  kind: 'step',
  event,
  ...(procedure === undefined ? {} : { procedure }),
});
export const byCase = (procedure: string): Cure => ({ kind: 'case', procedure });
export const byTime: Cure = { kind: 'day' };
export const bySubstitute: Cure = { kind: 'substitute' };
export const NOTHING_TO_DO: Cure = { kind: 'nothing' };
/** Names in Chinese who has it in their power, as the remedy does. */
export const outside = (who: string): Cure => ({ kind: 'outside', who });
