import type { ClauseLine, ClauseRule } from '#machines/kit/read/clause-line.js';
import { anchorOf, code, GENERATED, table, unique } from './markdown.js';
import type { Material, Page } from './material.js';

type Section = Material['sections'][number];
/** Names procedures by their ids. */
type Naming = (procedures: readonly string[]) => string;

const WEIGHTS = { must: '必须', principle: '原则上，可批准例外', advice: '提示，不阻止办理' };
/** With so few it is shorter to say which procedures do not have it. */
const FEW = 2;
const pageOf = (section: Section): string => `clauses-${section.id}.md`;

/**
 * Writes every clause of the regulation, as `[file, text]`: a table of contents, and a page for each chapter with
 * everything that carries out its clauses.
 */
export function clausesPages(law: Material): Page[] {
  return [
    ['clauses.md', contents(law)],
    ...law.sections.map((section): Page => [pageOf(section), chapter(section, law)]),
  ];
}

function contents({ title, sections, procedures, clauseLines: lines }: Material): string {
  const encoded = lines.filter((line) => line.encoded);
  const titles = new Map(procedures.map((p) => [p.id, p.title]));
  const chapters = sections.map((section) => {
    const rows = lines
      .filter((line) => line.section === section.title)
      .map(({ id, cite, summary, rules, transitions, deadlines, stories, reason }) => [
        code(id),
        `[${cite}](${pageOf(section)}#${anchorOf(id)})`,
        summary,
        unique(rules.map((r) => r.id)).length,
        unique(transitions.map((t) => t.label)).length,
        deadlines.length,
        stories.length,
        reason ?? '',
      ]);
    return `## [${section.title}](${pageOf(section)})\n\n${table(['编号', '条文', '含义', '规则', '步骤', '期限', '情景', '未编入的理由'], rows)}`;
  });
  return [
    GENERATED,
    '# 条文对照表\n',
    `《${title}》共 ${lines.length} 条，已编入 ${encoded.length} 条，未编入 ${lines.length - encoded.length} 条。“含义”是本项目自己的概括，不是原文。`,
    '一条“已编入”，是指至少有一条规则、一个步骤或一个期限以它为依据；没有编入的写明理由。点开条文，可以看到每条规则、不予办理时的原句、试过的例子和讲到它的情景。',
    '同样的内容可从 `GET /api/v1/clauses` 取得。\n',
    ...chapters,
    `流程页：${[...titles].map(([id, title]) => `[${title}](${id}.md)`).join('、')}。情景(stories.md)和参数表(parameters.md)不入库，由  npm run docs  写在旁边。\n`,
  ].join('\n');
}

function chapter(section: Section, law: Material): string {
  const titles = new Map(law.procedures.map((p) => [p.id, p.title]));
  const of: Naming = (procedures) => {
    const others = [...titles].filter(([id]) => !procedures.includes(id)).map(([, title]) => title);
    if (others.length === 0) return '各流程';
    return others.length <= FEW && titles.size > 2 * FEW
      ? `除${others.join('、')}以外的各流程`
      : unique(procedures)
          .map((id) => titles.get(id))
          .join('、');
  };
  return [
    GENERATED,
    `# 条文对照：${section.title}\n`,
    '[全部条文](clauses.md)。“不予办理时”一栏是程序对该规则第一个不通过的例子作出的答复，不是另外写的；“试过的例子”和“情景”都是自动运行的测试。\n',
    ...law.clauseLines.filter((line) => line.section === section.title).map((line) => clause(line, of)),
  ].join('\n');
}

/** Shows a rule that several procedures have in common once. If their sentences differ, it shows each. */
function clause(line: ClauseLine, of: Naming): string {
  const { id, cite, summary, rules, transitions, deadlines, stories, reason } = line;
  const same = (rule: ClauseRule): string => JSON.stringify([rule.id, rule.message, rule.examples, rule.weight]);
  const groups = unique(rules.map(same)).map((key) => rules.filter((rule) => same(rule) === key));
  const shown = groups.map((group) => {
    const rule = group[0]!;
    return [
      `${code(rule.id)}<br>${rule.holds}<br>（${WEIGHTS[rule.weight]}）`,
      of(group.map((r) => r.procedure)),
      unique(group.flatMap((r) => r.at.map((a) => a.label))).join('、'),
      `${rule.message ?? ''}<br>补救：${rule.remedy}`,
      rule.examples.map((e) => `${e.holds ? '✓' : '✗'} ${e.name}`).join('<br>'),
    ];
  });
  const steps = unique(transitions.map((t) => t.label)).map(
    (label) => `${label}（${of(transitions.filter((t) => t.label === label).map((t) => t.procedure))}）`,
  );
  return [
    `## ${id}\n`,
    `**${cite}** ${summary}\n`,
    ...(reason ? [`未编入：${reason}。\n`] : []),
    ...(shown.length > 0 ? [table(['规则', '流程', '何时', '不予办理时', '试过的例子'], shown)] : []),
    ...(steps.length > 0 ? [`步骤：${steps.join('、')}。\n`] : []),
    ...(deadlines.length > 0
      ? [`期限：${unique(deadlines.map((d) => `${d.label}（${of([d.procedure])}，${code(d.name)}）`)).join('、')}。\n`]
      : []),
    ...(stories.length > 0 ? [`情景：${stories.map((s) => `${s.title}（${of([s.procedure])}）`).join('、')}。\n`] : []),
  ].join('\n');
}
