import type { Procedure } from '#machines/kit/law/procedure.js';
import { schemaOf } from '#machines/kit/read/describe.js';

const known = new WeakMap<Procedure, Map<string, unknown>>();

/** JSON Schema of an event's payload; worked out once for a procedure. */
export function payloadSchema(procedure: Procedure, type: string): unknown {
  let schemas = known.get(procedure);
  if (!schemas) {
    const forms = [...Object.entries(procedure.events), ...Object.entries(procedure.acts)];
    known.set(procedure, (schemas = new Map(forms.map(([name, { payload }]) => [name, schemaOf(payload)]))));
  }
  return schemas.get(type);
}
