import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { table, unique } from './markdown.js';

export const PROGRAM_SENTENCES = 'program-sentences.md';

const ROOMS = ['src', 'machines/kit', 'machines/desk'];
const isOurs = (name: string): boolean => name.endsWith('.ts') && !/\.(spec|examples)\.ts$|\/testing\//.test(name);

/**
 * Writes every Chinese text that the program itself has, file by file, as it stands in the source. A text that is put
 * together shows `…` where something is filled in.
 */
export function programSentences(root: string): string {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(room, name))
      .filter(isOurs),
  ).sort();
  const rows = files.flatMap((file) => {
    const texts = textsOf(file, readFileSync(path.join(root, file), 'utf8'));
    return texts.length === 0 ? [] : [[`\`${file}\``, texts.join('<br>')]];
  });
  return [
    '<!-- 本页由 npm run docs 从 src/、machines/kit/、machines/desk/ 生成，请勿手改。 -->\n',
    '# 程序说的话\n',
    '程序自己的每一句中文：表单的提示、答复、启动时的话、日志，以及各流程共用的规则。规定说的话在各规定的 sentences.md 中。“…”处由程序填写。\n',
    table(['文件', '原句'], rows),
  ].join('\n');
}

function textsOf(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…')
        : undefined;
    if (text !== undefined && /\p{Script=Han}/u.test(text) && !/\bselect\b/.test(text))
      found.push(text.replaceAll('[', '&#91;'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return unique(found);
}
