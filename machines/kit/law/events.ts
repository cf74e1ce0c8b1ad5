import type { z } from 'zod';

/** What a person may tell a case. The one schema of its payload serves validation, OpenAPI and the page. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  label: string;
  payload: Schema;
}

export type EventCatalog = Readonly<Record<string, EventDefinition>>;

export type PayloadOf<Catalog extends EventCatalog, K extends keyof Catalog> = z.infer<Catalog[K]['payload']>;

/** An event that time or another case brings. What another case says with it is checked like a form. */
export interface SystemEventDefinition {
  label: string;
  payload?: z.ZodType;
}

export type SystemEvents = Readonly<Record<string, SystemEventDefinition>>;

/** The data of an event of time or of another case. Nothing, if the event has no form. */
export type SystemPayloadOf<Events extends SystemEvents, K extends keyof Events> = Events[K] extends {
  payload: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : null;
