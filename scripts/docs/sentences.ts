import { labelOf } from '#machines/kit/law/procedure.js';
import { CREATION } from '#machines/kit/testing/example.js';
import { usesOf } from '#machines/kit/testing/proof.js';
import { refusalsOf } from '#machines/kit/testing/sentences.js';
import { code, GENERATED, table, unique } from './markdown.js';
import type { Material, Page } from './material.js';

/** A rule at more steps than these is at nearly all. */
const MOST_STEPS = 12;

/**
 * Writes every sentence that a regulation says to an official: why a step is refused and what cures it, as its examples
 * bring it about, and the messages that its stories send.
 */
export function sentencesPages(law: Material): Page[] {
  return [
    [
      'sentences.md',
      [
        GENERATED,
        '# 程序说的话：规定\n',
        '经办人会看到的每一句话：不予办理的理由、补救办法，以及发出的消息。理由取自每一个不通过的例子，消息取自全部情景，都由程序说出，不是另外写的。程序本身的话见 [程序说的话](../program-sentences.md)。\n',
        refusals(law),
        messages(law),
      ].join('\n'),
    ],
  ];
}

/** One row for each rule and what it says; procedures that share it stand in one row. */
function refusals(law: Material): string {
  const shared = new Map<string, { row: readonly string[]; procedures: string[]; at: string[] }>();
  for (const procedure of law.procedures) {
    const uses = usesOf(procedure);
    for (const id of unique(uses.map(({ rule }) => rule.id))) {
      const own = uses.filter(({ rule }) => rule.id === id);
      const said = refusalsOf(own, law.evidence[procedure.id]!).filter(({ of }) => of === id);
      const row = [
        code(id),
        law.world.regulation.cite(own[0]!.rule.clause),
        unique(said.map(({ text }) => text)).join('<br>'),
        unique(own.map(({ rule }) => rule.remedy)).join('<br>'),
      ];
      const known = shared.get(row.join('|')) ?? { row, procedures: [], at: [] };
      shared.set(row.join('|'), known);
      known.procedures.push(procedure.title);
      known.at.push(...own.map(({ on }) => (on === CREATION ? procedure.creation.label : labelOf(procedure, on))));
    }
  }
  const rows = [...shared.values()].map(({ row: [id, cite, said, remedy], procedures, at }) => [
    id,
    cite,
    procedures.length === law.procedures.length ? '各流程' : procedures.join('、'),
    at.length > MOST_STEPS ? '各步' : unique(at).join('、'),
    said,
    remedy,
  ]);
  return `## 不予办理的理由\n\n${table(['规则', '依据', '流程', '何时', '不予办理时说', '补救'], rows)}`;
}

function messages(law: Material): string {
  const said = new Map<string, string>();
  for (const { tale: own } of law.accounts.values()) {
    for (const tale of own.docket.cases())
      for (const { kind, title, text } of tale.notices) {
        const shape = (words: string): string =>
          words
            .replaceAll(tale.state.title, '案件名称')
            .replaceAll(/\d{4}-\d{2}-\d{2}/g, '日期')
            .replaceAll(/\d+(?=日|个)/g, 'N');
        said.set(`${kind} ${shape(title)} ${shape(text)}`, `| ${kind} | ${shape(title)} | ${shape(text)} |`);
      }
  }
  const rows = [...said.values()].sort();
  return `## 消息\n\n| 类别 | 标题 | 正文 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
