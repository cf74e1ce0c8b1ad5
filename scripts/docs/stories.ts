import type { Procedure } from '#machines/kit/law/procedure.js';
import type { Account } from '#machines/kit/testing/account.js';
import type { Story } from '#machines/kit/testing/story.js';
import type { ClauseId } from '#machines/kit/words/clause.js';
import { anchorOf, GENERATED, table, unique } from './markdown.js';
import { newestOf, type Material, type Page } from './material.js';

interface Chapter {
  file: string;
  title: string;
  procedure: Procedure;
  told: { story: Story; account: Account }[];
}

/** The heading of a story, by its title. */
export type StoryLinks = ReadonlyMap<string, string>;

/** A page takes stories until it has this number of lines. A procedure with more stories has several pages. */
const MOST_LINES = 400;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const INDEX = 'stories.md';

/**
 * Writes every story as an official reads it, as `[file, text]`: a page for each procedure, or several, and a table of
 * contents. `links` leads from a story's title to its heading.
 */
export function storiesPages(law: Material): { pages: Page[]; links: StoryLinks } {
  const chapters = Object.entries(law.stories).flatMap(([id, stories]) => chaptersOf(newestOf(law, id), stories, law));
  const links = new Map(
    chapters.flatMap(({ file, told }) =>
      told.map(({ story }) => [story.title, `${file}#${anchorOf(story.title)}`] as const),
    ),
  );
  const pages = chapters.map((chapter): Page => [chapter.file, page(chapter, law)]);
  return { pages: [[INDEX, contents(chapters, links, law)], ...pages], links };
}

function chaptersOf(procedure: Procedure, stories: readonly Story[], law: Material): Chapter[] {
  const parts: { told: Chapter['told']; count: number }[] = [];
  for (const story of stories) {
    const account = law.accounts.get(story)!;
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

function contents(all: readonly Chapter[], links: StoryLinks, law: Material): string {
  const chapters = all.map(({ file, title, told }) =>
    [
      `## [${title}](${file})\n`,
      ...told.map(({ story }) => `- [${story.title}](${links.get(story.title)})（${citesOf(story, law).join('、')}）`),
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

function page({ title, told, procedure }: Chapter, law: Material): string {
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

const citesOf = ({ clauses }: Story, { world }: Material): string[] =>
  unique(clauses.map((id) => world.regulation.cite(id)));

function linkOf(id: ClauseId, { sections, world }: Material): string {
  const section = sections.find(({ clauses }) => clauses.some((c) => c.id === id));
  if (!section) throw new Error(`a story tells of clause ${id}, which is in no section`);
  return `[${world.regulation.cite(id)}](clauses-${section.id}.md#${anchorOf(id)})`;
}

const plain = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('*', '\\*');
