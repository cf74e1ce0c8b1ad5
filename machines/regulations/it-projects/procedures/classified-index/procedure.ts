import type { z } from 'zod';
import type { Procedure } from '#machines/kit/law/procedure.js';
import { notTownshipClassified } from '../../common/creation.js';
import { ladders } from '../../ladders.js';
import type { IndexContext } from './context.js';
import { events, indexEntry } from './events.js';
import { deadlines } from './deadlines.js';
import { indexMachine } from './machine.js';
import { parties } from './parties.js';

type Entry = z.infer<typeof indexEntry>;

/**
 * 涉密项目索引 (二(二)6, 二(四)5): no content, no document and no publication. It has no acts either, because somebody
 * could write content in them.
 */
export const classifiedIndex: Procedure<IndexContext> = {
  id: 'classified-index',
  version: 1,
  title: '涉密项目索引',
  numberPrefix: 'SM',
  machine: indexMachine,
  stages: [],
  parties,
  readers: ['secrecy', 'dataBureau', 'supervisor'],
  contributors: [],
  events,
  systemEvents: {},
  acts: {},
  relations: {},
  creation: {
    label: '登记涉密项目索引',
    payload: indexEntry,
    clauses: ['2.2.6c'],
    rules: [notTownshipClassified],
    begin: (data: Entry) => ({ ...data, consent: null, assessment: null, review: null, inUseOn: null }),
    titleOf: ({ registryNumber }: Entry) => `涉密项目(索引) ${registryNumber}`,
  },
  deadlines,
  ladders,
  lists: {},
  documents: {},
};
