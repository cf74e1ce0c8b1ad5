import { createMachine } from 'xstate';
import { z } from 'zod';
import { EMPTY_DESK } from '../case/desk.js';
import { SYSTEM, type Facts } from '../case/facts.js';
import type { Procedure } from '../law/procedure.js';
import { Calendar } from '../words/calendar.js';
import { NOBODY } from '../words/directory.js';
import { Parameters } from '../words/parameters.js';

/** Returns a procedure that has nothing but what a spec is about. */
export const bareProcedure = (own: Partial<Procedure>): Procedure => ({
  id: 'bare',
  version: 1,
  title: '空白流程',
  numberPrefix: 'KB',
  machine: createMachine({}),
  stages: [],
  parties: {},
  readers: [],
  contributors: [],
  events: {},
  systemEvents: {},
  acts: {},
  relations: {},
  creation: { label: '登记', payload: z.unknown(), clauses: [], rules: [], begin: () => ({}), titleOf: () => '' },
  deadlines: {},
  ladders: {},
  lists: {},
  documents: {},
  ...own,
});

/** Returns a morning on which nothing is known but what a spec is about. */
export const bareFacts = (own: Partial<Facts> = {}): Facts => ({
  now: '2026-06-01T09:00:00.000+08:00',
  today: '2026-06-01',
  calendar: new Calendar([]),
  parameters: new Parameters([]),
  regulation: { id: 'r', cite: (id) => id },
  actor: SYSTEM,
  unit: { id: 'u', name: 'u', kind: 'bureau', creditCode: '', supervisingUnitId: null },
  documents: [],
  deadlines: [],
  stood: [],
  seq: 1,
  caseId: '',
  number: '',
  directory: NOBODY,
  desk: EMPTY_DESK,
  related: {},
  ...own,
});
