/** The states of an index entry, nested as in the machine. */
export const states = { underway: { consent: {}, offline: {}, inUse: {} }, closed: {}, removed: {} } as const;
