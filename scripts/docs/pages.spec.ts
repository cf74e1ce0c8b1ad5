import { describe, expect, it } from '@jest/globals';
import type { Procedure } from '#machines/kit/law/procedure.js';
import type { ClauseLine, ClauseRule } from '#machines/kit/read/clause-line.js';
import type { RegulationProof } from '#machines/kit/testing/regulation-proof.js';
import { proofs } from '#machines/proof/all.js';
import { lendingProof } from '../../test/support/lending/proof.js';
import { clausesPages } from './clauses.js';
import { materialOf, type Material } from './material.js';
import { pagesOf } from './pages.js';
import { parametersPage } from './parameters.js';
import { storiesPages } from './stories.js';

const [first] = proofs as [RegulationProof];
const whole = materialOf(first);
const all = first.regulation.procedures;
const material: Material = { ...whole, procedures: [], sections: [], clauseLines: [], parameters: [], stories: {} };

const rule = (procedure: string, changes: Partial<ClauseRule> = {}): ClauseRule => ({
  id: 'a.rule',
  procedure,
  holds: '须如此',
  weight: 'must',
  message: '不可以',
  remedy: '请补正',
  at: [{ event: 'submit', label: '提交' }],
  examples: [{ name: '例子', holds: false }],
  ...changes,
});

function chapterOf(rules: ClauseRule[], line: Partial<ClauseLine> = {}): string {
  const clause: ClauseLine = {
    regulation: 'x',
    id: '9.9',
    cite: '九(九)',
    summary: '概括',
    section: '章',
    rules,
    transitions: [],
    deadlines: [],
    stories: [],
    encoded: rules.length > 0,
    ...line,
  };
  const pages = clausesPages({
    ...material,
    procedures: all,
    sections: [{ id: 'x', title: '章', clauses: [] }],
    clauseLines: [clause],
  });
  return new Map(pages).get('clauses-x.md')!;
}

describe('the page of a chapter', () => {
  const [one, two, three] = all as readonly Procedure[] as [Procedure, Procedure, Procedure];

  it('shows once a rule that several procedures have in common, with their names', () => {
    const page = chapterOf([rule(one.id), rule(two.id)]);
    expect(page.split('`a.rule`')).toHaveLength(2);
    expect(page).toContain(`| ${one.title}、${two.title} |`);
    expect(page).toContain('不可以<br>补救：请补正 | ✗ 例子 |');
  });

  it('shows a rule by itself if the text of one procedure differs', () => {
    expect(chapterOf([rule(one.id), rule(two.id, { message: '也不可以' })]).split('`a.rule`')).toHaveLength(3);
  });

  it('names the procedures that lack a rule if they are few, and none if all have it', () => {
    const rules = all.map(({ id }) => rule(id));
    expect(chapterOf(rules)).toContain('| 各流程 |');
    expect(chapterOf(rules.filter(({ procedure }) => procedure !== three.id))).toContain(
      `除${three.title}以外的各流程`,
    );
  });

  it('gives the reason of a clause that nothing carries out, and names the stories about it', () => {
    expect(chapterOf([], { reason: '不归本系统' })).toContain('未编入：不归本系统。');
    expect(chapterOf([], { stories: [{ procedure: one.id, title: '故事' }] })).toContain(
      `情景：故事（${one.title}）。`,
    );
  });
});

it('a parameter shows where its number comes from', () => {
  const page = parametersPage({
    parameters: [
      { key: 'a.days', label: '期', value: 10, unit: 'workingDays', from: '2025-01-01', source: '某条', grade: 'law' },
    ],
  });
  expect(page).toContain('| `a.days` | 期 | 10个工作日 | `workingDays` | 2025-01-01 | 法定 | 某条 |');
});

it('stories are told on several pages when there are many, and every link leads to a heading', () => {
  const { project = [] } = whole.stories;
  const { pages, links } = storiesPages({ ...whole, stories: { project } });
  const text = new Map(pages);
  expect([...text.keys()].filter((file) => file.startsWith('stories-project')).length).toBeGreaterThan(1);
  expect(links.size).toBe(project.length);
  for (const [title, link] of links) expect(text.get(link.split('#')[0]!)).toContain(`\n## ${title}\n`);
});

it('an older version keeps its pages under a name of its own', () => {
  const [newest] = all as [Procedure];
  const older = { ...newest, version: newest.version - 1 };
  const names = [...pagesOf({ ...material, procedures: [older, newest] }).keys()];
  expect(names).toContain(`${newest.id}.md`);
  expect(names).toContain(`${newest.id}.v${older.version}.md`);
});

it('a second regulation has pages of its own, in its own words', () => {
  const pages = pagesOf(materialOf(lendingProof));
  expect([...pages.keys()].sort()).toEqual([
    'clauses-借还.md',
    'clauses-总则.md',
    'clauses.md',
    'lending.md',
    'parameters.md',
    'sentences.md',
    'stories-lending.md',
    'stories.md',
  ]);
  expect(pages.get('clauses.md')).toContain('《图书借阅办法》共 4 条，已编入 3 条');
  expect(pages.get('clauses-借还.md')).toContain('**第三条** 一次借阅不超过三十日。');
  expect(pages.get('lending.md')).toContain('stateDiagram-v2');
  expect(pages.get('lending.md')).not.toContain('二(');
});
