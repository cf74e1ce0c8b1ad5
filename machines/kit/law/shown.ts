/** What somebody reads of a case who may see that it is there and where it stands, but not everything in it. */
export interface Excerpt<Context = unknown> {
  context: Context;
  /** Returns what they read of the data of an event. Null: that it happened, and nothing of what it said. */
  data(type: string, data: unknown): unknown;
  /** Tells whether they read documents of this kind. */
  reads(kind: string): boolean;
}
