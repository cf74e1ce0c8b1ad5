/** The states in which it can be, as they lie in each other. */
export const states = { underway: { consent: {}, offline: {}, inUse: {} }, closed: {}, removed: {} } as const;
