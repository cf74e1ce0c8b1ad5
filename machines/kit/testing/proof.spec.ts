import { byForm } from '../law/cure.js';
import { describe, expect, it } from '@jest/globals';
import { no, rule, unknown, verdict, yes, type Rule } from '../law/rule.js';
import { bareFacts, bareProcedure } from './bare.js';
import { proofs, type Evidence } from './example.js';
import { checksOf, misplaced, problemsOf, sentenceProblems, unproven } from './proof.js';

/** The proof of the rules can fail. */

interface Context {
  size: number;
  name: { first: string; last: string };
}
const { proves, provesAt } = proofs<Context>();

const small: Rule<Context, { by?: number }> = rule<Context, { by?: number }>({
  id: 'toy.small',
  clause: '1.1',
  holds: '不大',
  says: (seen) => `尺寸${String(seen['尺寸'])}太大`,
  remedy: '请缩小',
  curedBy: [byForm('by')],
  about: 'case',
  judge: ({ context, data }) => verdict(context.size + (data?.by ?? 0) <= 10, { 尺寸: context.size }),
});
const uses = [
  { on: 'grow', rule: small },
  { on: 'show', rule: { ...small } },
];
const ground: Evidence<Context>['ground'] = {
  context: { size: 1, name: { first: '甲', last: '乙' } },
  facts: bareFacts(),
  parameters: [],
};
const problems = (
  changed: Partial<Rule<Context, unknown>>,
  ...cases: Parameters<typeof proves<{ by?: number }>> extends [unknown, ...infer Rest] ? Rest : never
) =>
  proves(small, ...cases).flatMap((example) =>
    problemsOf(example, [{ on: 'grow', rule: { ...small, ...changed } as Rule<never, never> }], {
      ground,
      examples: [],
    }),
  );

const others = [{ as: 'others', procedure: 'toy', key: '1' }];
const tooLarge = { fails: '十一', context: { size: 11 }, says: '尺寸11' };

describe('a rule', () => {
  it('needs an example on both sides for each object at each event', () => {
    const both = proves(small, { passes: '一' }, tooLarge);
    expect(unproven(uses, both)).toEqual([]);
    expect(unproven(uses, both.slice(0, 1))).toEqual([
      'toy.small at grow: no example that fails',
      'toy.small at show: no example that fails',
    ]);
    expect(unproven(uses, [...provesAt('grow', small, { passes: '一' }), ...proves(small, tooLarge)])).toEqual([
      'toy.small at show: no example that passes',
    ]);
  });

  it('does not accept an example of something else', () => {
    expect(misplaced(uses, provesAt('shrink', small, { passes: '一' }))).toHaveLength(1);
    expect(misplaced(uses, proves('toy.large', { passes: '一' }))).toHaveLength(1);
    expect(misplaced(uses, proves(small, { passes: '一' }, { passes: '一' }))).toHaveLength(1);
    expect(misplaced(uses, proves(small, { passes: 'one' }))).toHaveLength(1);
    expect(misplaced(uses, proves(small, { passes: '一' }, { passes: '二' }))).toEqual([]);
  });
});

it.each<Partial<Rule<Context, unknown>>>([
  { id: '' },
  { id: 'small' },
  { clause: '9.9' },
  { about: '' as 'case' },
  { weight: '' as 'must' },
  { holds: '' },
  { remedy: '请缩小。' },
])('%j is no rule', (changed) => {
  const bare = bareProcedure({});
  const written = (rules: Rule<Context, unknown>[]) =>
    checksOf([bareProcedure({ creation: { ...bare.creation, rules } })], { ground, examples: [] }, [
      '1.1',
    ])[2]!.problems();
  expect(written([{ ...small, ...changed }])).not.toEqual([]);
  expect(written([small])).toEqual([]);
});

describe('an example', () => {
  it('is judged with what it changes and with nothing else', () => {
    expect(
      problems(
        {},
        { passes: '一' },
        tooLarge,
        { fails: '一加十', data: { by: 10 } },
        { passes: '改名', context: { name: { first: '丙' } }, seen: { 尺寸: 1 } },
      ),
    ).toEqual([]);
    expect(
      problems({}, { passes: '函数', context: (usual) => ({ ...usual, size: usual.size + 9 }), seen: { 尺寸: 10 } }),
    ).toEqual([]);
  });

  it('of a rule about other cases shows what it looks for', () => {
    const looking: Partial<Rule<Context, unknown>> = {
      looks: () => others,
      judge: ({ facts }) => (facts.related['others'] ? verdict(facts.related['others'].length === 0) : unknown()),
    };
    expect(problems(looking, { passes: '一', facts: { related: { others: [] } }, looks: others })).toEqual([]);
  });

  it.each<[string, Partial<Rule<Context, unknown>>, Parameters<typeof problems>[1]]>([
    ['comes out differently', {}, { fails: '一' }],
    ['does not see what it should', {}, { passes: '一', seen: { 尺寸: 2 } }],
    ['sees more than it should', {}, { passes: '一', seen: {} }],
    ['is not said', {}, { ...tooLarge, says: '高度' }],
    ['holds from a day nobody named', { judge: () => no({ 尺寸: 11 }, '2026-07-01') }, tooLarge],
    ['names a day from which it never holds', {}, { ...tooLarge, earliest: '2026-07-01' }],
    [
      'is refused with words the rule does not show',
      { says: (seen) => `尺寸11${String(seen['高度'] ?? '')}太大` },
      tooLarge,
    ],
    ['shows a blank', { judge: () => verdict(true, { 尺寸: '' }) }, { passes: '一' }],
    [
      'reads other cases it does not look for',
      { judge: ({ facts }) => (facts.related['others'] ? yes() : unknown()) },
      { fails: '一' },
    ],
    [
      'answers before anybody has looked',
      { looks: () => others, judge: ({ facts }) => verdict(facts.related['others'] === undefined) },
      { passes: '一' },
    ],
    [
      'looks for nothing in particular before there is a form',
      // eslint-disable-next-line no-restricted-syntax -- a rule that names no case at all does not compile
      { looks: ({ data }) => (data ? others : [{} as never]) },
      { passes: '一', data: {} },
    ],
    ['looks for other cases than it should', { looks: () => others }, { passes: '一', looks: [] }],
    [
      'needs a form where there is none',
      { judge: ({ data }) => verdict((data as { by: number }).by === 1) },
      { passes: '一', data: { by: 1 } },
    ],
  ])('is not accepted when it %s', (_, changed, one) => {
    expect(problems(changed, one)).not.toEqual([]);
  });
});

describe('a sentence', () => {
  it.each([
    '金额undefined超过',
    '截至null',
    '金额NaN万元',
    '[object Object]不符',
    '缺少：',
    '请补正,再提交',
    '请补正。',
    '，超过',
    '',
  ])('「%s」 is refused', (text) => {
    expect(sentenceProblems('message', text)).not.toEqual([]);
  });
  it.each(['请上传“入库申报表”', '项目自2026-06-01起暂停，恢复前不能办理', '缺少数据资源共享分析篇(章)'])(
    '「%s」 is accepted',
    (text) => {
      expect(sentenceProblems('message', text)).toEqual([]);
    },
  );
});
