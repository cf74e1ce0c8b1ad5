import type { Chapter, Clause } from '#machines/kit/words/clause.js';
import { acceptance } from './acceptance.js';
import { approval } from './approval.js';
import { construction } from './construction.js';
import { general } from './general.js';
import { operation } from './operation.js';
import { organisation } from './organisation.js';
import { planning } from './planning.js';
import { supervision } from './supervision.js';

/** The chapters in which an official looks for a clause. */
export const chapters = [
  { id: '1', title: '一、总体要求', clauses: general },
  { id: '2.1', title: '二(一) 统筹规划与计划', clauses: planning },
  { id: '2.2', title: '二(二) 项目申报与审批', clauses: approval },
  { id: '2.3', title: '二(三) 项目建设管理', clauses: construction },
  { id: '2.4', title: '二(四) 项目验收与评价', clauses: acceptance },
  { id: '2.5', title: '二(五) 运行维护管理', clauses: operation },
  { id: '2.6', title: '二(六) 监督管理', clauses: supervision },
  { id: '3', title: '三、组织实施', clauses: organisation },
] as const satisfies readonly Chapter[];

/** The ids of its clauses; any other does not compile. */
export type ItProjectsClause = (typeof chapters)[number]['clauses'][number]['id'];

/**
 * Every clause of 《青阳县政务信息化项目管理实施方案》 (2024-08-09) in the gazette's order. The summaries are ours; the
 * gazette's own words are not kept here.
 */
export const clauses: readonly Clause[] = chapters.flatMap<Clause>((chapter) => chapter.clauses);
