import type { EntityManager } from 'typeorm';

/** The transaction that stores hand to each other, so that they write together or not at all. */
export type Transaction = EntityManager;
