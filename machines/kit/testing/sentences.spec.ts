import { describe, expect, it } from '@jest/globals';
import { namelessMessage, stumbles } from './sentences.js';

const said = (text: string, ...theirs: string[]): number => stumbles({ of: 'an.example', text, theirs }).length;

describe('a sentence for an official', () => {
  it('shows no code of the program', () => {
    expect(said('资金来源不含countyBudget')).toBe(1);
    expect(said('资金来源不含本级财政资金')).toBe(0);
    expect(said('已上传PDF，案件XM-2026-0001')).toBe(0);
  });

  it('shows no bare number of 分', () => {
    expect(said('金额9000000超过概算')).toBe(1);
    expect(said('金额900分')).toBe(1);
    expect(said('金额300.000001万元，达三分之二')).toBe(0);
  });

  it('shows what somebody wrote between quotation marks, and then it may be anything', () => {
    expect(said('智慧教育平台是本单位的项目', '智慧教育平台')).toBe(1);
    expect(said('“智慧教育平台”、“ERP”是本单位的项目', '智慧教育平台', 'ERP')).toBe(0);
  });

  it('begins, ends, and has its own punctuation', () => {
    expect(said('金额超过,请核对')).toBe(1);
    expect(said('缺少：')).toBe(1);
  });
});

it('a message names its case', () => {
  expect(namelessMessage({ text: '请尽快办理。' }, '考务平台')).not.toBeNull();
  expect(namelessMessage({ text: '「考务平台」请尽快办理。' }, '考务平台')).toBeNull();
});
