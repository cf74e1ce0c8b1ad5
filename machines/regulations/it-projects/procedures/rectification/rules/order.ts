import { byForm, outside } from '#machines/kit/law/cure.js';
import { no, unknown, verdict, yes } from '#machines/kit/law/rule.js';
import { addMonths } from '#machines/kit/words/dates.js';
import { rule } from '../../../law.js';
import { parties } from '../../../parties.js';
import { clauses } from '../../../clauses/all.js';
import type { Problem } from '../context.js';
import { countedDay, type Limit } from '../limit.js';
import { parameter } from './common.js';

const { dataBureau, supervisor } = parties;

/** The rules for an order of rectification (二(六)3). Those about the limit also apply to each later limit. */

export const projectKnown = rule<unknown, { project: string }>({
  id: 'rectification.project-known',
  clause: '2.6.3b',
  holds: '被责令整改的项目在本系统登记',
  says: (seen) => `没有找到项目：${String(seen['项目'])}`,
  remedy: '请核对项目的案件编号',
  curedBy: [byForm('project')],
  about: 'event',
  looks: ({ data }) => (data ? [{ as: 'project', procedure: 'project', id: data.project }] : []),
  judge: ({ data, facts }) => {
    const found = facts.related['project'];
    return found ? verdict(found.length > 0, { 项目: found[0]?.number ?? data.project }) : unknown();
  },
});

/** No unit orders itself. If there is no such project, nobody can say whose it is. */
export const notOwnProject = rule<unknown, { project: string }>({
  id: 'rectification.not-own-project',
  clause: '2.6.2',
  holds: '被责令整改的不是本单位的项目',
  says: (seen) => `项目${String(seen['项目'])}是本单位的项目，不能由本单位责令整改和复核`,
  remedy: `由另一责令单位责令整改：${dataBureau.label}的项目由${supervisor.label}责令，${supervisor.label}的项目由${dataBureau.label}责令`,
  curedBy: [outside('另一责令单位')],
  about: 'event',
  looks: projectKnown.looks!,
  judge: ({ facts }) => {
    const found = facts.related['project'];
    if (!found) return unknown();
    const own = found.find((project) => project.unit.id === facts.actor.unitId);
    return own ? no({ 项目: own.number }) : yes();
  },
});

const known = new Set(clauses.map((c) => c.id));

export const clausesKnown = rule<unknown, { problems: readonly Problem[] }>({
  id: 'rectification.clauses-known',
  clause: '2.6.3b',
  holds: '每个问题都指明实施方案的条款',
  says: (seen) => `实施方案没有这些条款：${String(seen['条款'])}`,
  remedy: '请按条款表填写条款编号，如2.4.4',
  curedBy: [byForm('problems')],
  about: 'event',
  judge: ({ data }) => {
    const wrong = [...new Set(data.problems.map((p) => p.clause).filter((id) => !known.has(id)))];
    return wrong.length === 0 ? yes({ 问题: data.problems.length }) : no({ 条款: wrong.join('、') });
  },
});

export const limitAhead = rule<unknown, { limit?: Limit | undefined }>({
  id: 'rectification.limit-ahead',
  clause: '2.6.3b',
  holds: '整改期限在今天之后',
  says: (seen) => `整改期限${String(seen['整改期限'])}不在今天之后`,
  remedy: '请填写今天以后的整改期限，给项目单位留出整改时间',
  curedBy: [byForm('limit')],
  about: 'event',
  judge: ({ data, facts }) => {
    if (data.limit === undefined) return yes();
    const until = countedDay(data.limit, facts.today);
    return verdict(until > facts.today, { 整改期限: until });
  },
});

export const limitWithinMax = rule<unknown, { limit?: Limit | undefined }>({
  id: 'rectification.limit-within-max',
  clause: '2.6.3b',
  holds: '整改期限不超过最长期限',
  says: (seen) => `整改期限到${String(seen['整改期限'])}，最长到${String(seen['最长期限'])}`,
  remedy: '请缩短整改期限；到期仍需整改的，复核之后可以办理“另定整改期限”',
  curedBy: [byForm('limit')],
  about: 'event',
  judge: ({ data, facts }) => {
    if (data.limit === undefined) return yes();
    const until = countedDay(data.limit, facts.today);
    const longest = addMonths(facts.today, parameter(facts, 'rectification.max'));
    return verdict(until <= longest, { 整改期限: until, 最长期限: longest });
  },
});
