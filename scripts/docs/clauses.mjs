import { code, GENERATED, table, unique } from './markdown.mjs';

/** Every clause of the regulation, with what stands for it or why nothing does. */
export function clausesPage({ clauseTable, procedures }) {
  const lines = clauseTable();
  const several = procedures.length > 1;
  const of = (procedure) => (several ? `${procedure}：` : '');
  const encoded = lines.filter((line) => line.encoded);
  const rows = lines.map(({ id, cite, summary, rules, transitions, deadlines, reason }) => [
    code(id), cite, summary,
    unique(rules.map((r) => `${of(r.procedure)}${code(r.id)}`)).join('<br>'),
    unique(transitions.map((t) => `${of(t.procedure)}${code(t.event)}`)).join('<br>'),
    deadlines.map((d) => `${of(d.procedure)}${d.label}（${code(d.name)}）`).join('<br>'),
    reason ?? '',
  ]);
  return [
    GENERATED,
    '# 条文对照表\n',
    `实施方案共 ${lines.length} 条，已编入 ${encoded.length} 条，未编入 ${lines.length - encoded.length} 条。“含义”是本项目自己的概括，不是原文。`,
    '一条“已编入”，是指至少有一条规则、一个步骤或一个期限以它为依据；没有编入的写明理由。同样的内容可从 `GET /api/v1/clauses` 取得。\n',
    table(['编号', '条文', '含义', '规则', '步骤', '期限', '未编入的理由'], rows),
    `流程页：${procedures.map((p) => `[${p.title}](${p.id}.md)`).join('、')}。各数值见[参数表](parameters.md)。\n`,
  ].join('\n');
}
