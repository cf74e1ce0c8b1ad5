import type { Clause } from '../kit/clause.js';
import { acceptance } from './clauses/acceptance.js';
import { approval } from './clauses/approval.js';
import { construction } from './clauses/construction.js';
import { general } from './clauses/general.js';
import { operation } from './clauses/operation.js';
import { organisation } from './clauses/organisation.js';
import { planning } from './clauses/planning.js';
import { supervision } from './clauses/supervision.js';

/**
 * Every clause of 《青阳县政务信息化项目管理实施方案》 (2024-08-09) in the gazette's order. The summaries are ours; the
 * gazette's own words are not kept here.
 */
export const clauses: readonly Clause[] = [
  ...general,
  ...planning,
  ...approval,
  ...construction,
  ...acceptance,
  ...operation,
  ...supervision,
  ...organisation,
];
