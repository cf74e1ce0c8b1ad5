import type { Ladders } from '#machines/kit/law/ladder.js';
import type { Chapter } from '#machines/kit/words/clause.js';
import type { Parameter } from '#machines/kit/words/parameters.js';
import type { Parties } from '#machines/kit/words/party.js';

/**
 * The terms of an invented rule book for a library: ids and a number that clash with the first regulation's, other
 * parties, articles instead of parts.
 */

export const ISSUED = '2025-01-01';

export const chapters = [
  { id: '总则', title: '第一章 总则', clauses: [{ id: '1.1', summary: '图书由图书室保管，每月盘点一次。' }] },
  {
    id: '借还',
    title: '第二章 借还',
    clauses: [
      { id: '2.1.2d', summary: '借阅人按期归还图书。' },
      { id: '2.4.4', summary: '一次借阅不超过三十日。' },
      { id: '2.4.5', summary: '爱护图书。', notEncoded: '属倡导性要求。' },
    ],
  },
] as const satisfies readonly Chapter[];

export type LendingClause = (typeof chapters)[number]['clauses'][number]['id'];

const ARTICLES: Readonly<Record<string, string>> = {
  '1.1': '第一条',
  '2.1.2d': '第二条',
  '2.4.4': '第三条',
  '2.4.5': '第四条',
};
export const cite = (id: string): string => ARTICLES[id] ?? id;

export const parties = {
  applicant: { label: '借阅人', kind: 'applicant' },
  librarian: { label: '图书室', kind: 'role', role: 'archives' },
  supervisor: { label: '馆务会', kind: 'role', role: 'supervisor' },
} as const satisfies Parties;

const line = (key: string, value: number, unit: Parameter['unit'], label: string): Parameter => ({
  key,
  label,
  value,
  unit,
  from: ISSUED,
  source: '图书借阅办法',
  grade: 'law',
});

export const parameters: readonly Parameter[] = [
  line('endorsement', 5, 'workingDays', '归还期限'),
  line('stocktaking', 1, 'months', '盘点周期'),
  line('return.warn', 1, 'days', '到期前提醒'),
  line('return.late', 2, 'workingDays', '逾期后告知馆务会'),
  line('panel', 3, 'count', '评审人数'),
  line('panel.from', 1, 'fen', '大额起点'),
];

export const ladders = {
  standard: [
    { id: 'before', when: { before: 'return.warn' }, to: 'whose', tone: 'remind' },
    { id: 'due', when: 'due', to: 'whose', tone: 'due' },
    { id: 'late', when: { after: 'return.late' }, to: 'supervisor', tone: 'escalate' },
  ],
} as const satisfies Ladders;
