import { oncePerProcedure } from '#machines/kit/law/once.js';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { schemaOf } from '#machines/kit/read/describe.js';

const schemasOf = oncePerProcedure((procedure): ReadonlyMap<string, unknown> => {
  const forms = [...Object.entries(procedure.events), ...Object.entries(procedure.acts)];
  return new Map(forms.map(([name, { payload }]) => [name, schemaOf(payload)]));
});

/** Returns the JSON Schema of an event's payload. */
export const payloadSchema = (procedure: Procedure, type: string): unknown => schemasOf(procedure).get(type);
