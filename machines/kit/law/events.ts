import type { z } from 'zod';

/** What a person may tell a case. The one schema of its payload serves validation, OpenAPI and the page. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  label: string;
  payload: Schema;
}

export type EventCatalog = Readonly<Record<string, EventDefinition>>;

export type PayloadOf<Catalog extends EventCatalog, K extends keyof Catalog> = z.infer<Catalog[K]['payload']>;
