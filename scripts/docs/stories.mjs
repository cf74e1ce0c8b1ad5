import { anchorOf, GENERATED, table } from './markdown.mjs';

/** A page takes stories until it has so many lines; a procedure that tells more has several. */
const MOST_LINES = 400;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const INDEX = 'stories.md';

/**
 * Every story as an official reads it, as `[file, text]`: a page for each procedure, or several, and a table of contents. `links` leads
 * from a story's title to its heading.
 */
export function storiesPages(law) {
  const books = Object.entries(law.stories).flatMap(([id, stories]) => booksOf(law.procedureOf(id), stories, law));
  const links = new Map(
    books.flatMap(({ file, told }) => told.map(({ story }) => [story.title, `${file}#${anchorOf(story.title)}`])),
  );
  return { pages: [[INDEX, contents(books, links, law)], ...books.map((book) => [book.file, page(book, law)])], links };
}

function booksOf(procedure, stories, law) {
  const parts = [];
  for (const story of stories) {
    const account = law.accountOf(law.procedureOf(story.procedure ?? procedure.id), story, law.world);
    const last = parts.at(-1);
    if (last && last.count + account.lines.length <= MOST_LINES) {
      last.told.push({ story, account });
      last.count += account.lines.length;
    } else parts.push({ told: [{ story, account }], count: account.lines.length });
  }
  return parts.map(({ told }, i) => ({
    told,
    file: `stories-${procedure.id}${parts.length > 1 ? `-${i + 1}` : ''}.md`,
    title: `${procedure.title}${parts.length > 1 ? `（${NUMERALS[i] ?? i + 1}）` : ''}`,
    procedure,
  }));
}

function contents(books, links, { cite }) {
  const chapters = books.map(({ file, title, told }) =>
    [
      `## [${title}](${file})\n`,
      ...told.map(({ story }) => `- [${story.title}](${links.get(story.title)})（${citesOf(story, cite).join('、')}）`),
      '',
    ].join('\n'),
  );
  return [
    GENERATED,
    '# 情景\n',
    `共 ${links.size} 个。每个情景都是自动运行的测试，既直接对照规则运行，也经接口运行；各页的文字由程序讲一遍得来，不是另外写的：办理结果和不予办理的理由，就是经办人会看到的原话。\n`,
    ...chapters,
  ].join('\n');
}

function page({ title, told, procedure }, law) {
  return [
    GENERATED,
    `# 情景：${title}\n`,
    `[全部情景](${INDEX}) · [流程](${procedure.id}.md) · [条文对照表](clauses.md)\n`,
    ...told.map(({ story, account }) =>
      [
        `## ${story.title}\n`,
        `案件“${account.title}”。讲到的条文：${story.clauses.map((id) => linkOf(id, law)).join('、')}。\n`,
        table(
          ['日期', '谁', '办什么', '结果'],
          account.lines.map(({ on, who, did, result, other }) => [
            on,
            who,
            plain(did),
            `${other ? `“${plain(other)}”` : ''}${result.map(plain).join('<br>')}`,
          ]),
        ),
      ].join('\n'),
    ),
  ].join('\n');
}

const citesOf = ({ clauses }, cite) => [...new Set(clauses.map(cite))];

function linkOf(id, { sections, cite }) {
  const section = sections.find(({ clauses }) => clauses.some((c) => c.id === id));
  return `[${cite(id)}](clauses-${section.id}.md#${anchorOf(id)})`;
}

const plain = (text) => text.replaceAll('<', '&lt;').replaceAll('*', '\\*');
