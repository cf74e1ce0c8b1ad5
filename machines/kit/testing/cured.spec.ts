import { describe, expect, it } from '@jest/globals';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { evidence as ofProject } from '#machines/regulations/it-projects/procedures/project/examples.js';
import { byDocument, byForm, byStep, NOTHING_TO_DO, outside, type Cure } from '../law/cure.js';
import { rule, verdict } from '../law/rule.js';
import { remedyProblems } from './cured.js';

/** A rule that wants one paper, with an example that lacks it and one that fills in the form otherwise. */
const wanting = (remedy: string, ...curedBy: Cure[]): string[] => {
  const example = rule<unknown, { title?: string }>({
    id: 'an.example',
    clause: '1.1',
    holds: '举例',
    says: '举例',
    remedy,
    curedBy,
    about: 'event',
    judge: ({ data, facts }) =>
      verdict(data.title === '甲' || facts.documents.some((d) => d.kind === 'declarationForm')),
  });
  const given = { rule: 'an.example', on: ['revise'], says: [] };
  const evidence = {
    ground: ofProject.ground,
    examples: [
      { ...given, name: '缺', holds: false, data: { title: '乙' } },
      { ...given, name: '有', holds: true, data: { title: '甲' } },
    ],
  };
  return remedyProblems(example, [{ on: 'revise', rule: example }], { procedure: project, all: [project], evidence });
};

describe('a remedy is no remedy', () => {
  const { label } = project.documents.declarationForm!;

  it.each([
    ['if nothing cures it', '请核对', []],
    ['if its step does not exist', '请办理“重新开放申报”', [byStep('reopenWindow')]],
    ['if its step is called otherwise on the button', '请撤回', [byStep('returnForCorrection')]],
    ['if only the system takes its step', '请办理“下达计划”', [byStep('planIssued')]],
    ['if its document does not exist', '请上传“发票”', [byDocument('invoice')]],
    ['if its document takes nothing away', `请上传“${project.documents.contract!.label}”`, [byDocument('contract')]],
    ['if no form here has its field', '请填写颜色', [byForm('colour')]],
    ['if the sentence names somebody else', '请报市局', [outside('县政府')]],
    ['if it says that something has to be done', '请核对', [NOTHING_TO_DO]],
  ] as const)('%s', (_, remedy, curedBy) => {
    expect(wanting(remedy, ...curedBy)).toHaveLength(1);
  });

  it('but where what it names exists, is called so and takes the refusal away, it is one', () => {
    expect(wanting(`请上传“${label}”`, byDocument('declarationForm'))).toEqual([]);
    expect(wanting('请更正名称', byForm('title'))).toEqual([]);
    expect(wanting('请报县政府', outside('县政府'))).toEqual([]);
  });
});
