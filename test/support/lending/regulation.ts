import type { Regulation } from '#machines/kit/law/regulation.js';
import { lending } from './procedure.js';
import { chapters, cite, ISSUED, ladders, parameters, parties } from './terms.js';

/** A second regulation, for tests alone. */
export const lendingRules: Regulation = {
  id: 'lending-rules',
  title: '图书借阅办法',
  issued: ISSUED,
  chapters,
  cite,
  parameters,
  ladders,
  parties,
  auditReaders: ['librarian'],
  procedures: [lending],
};
