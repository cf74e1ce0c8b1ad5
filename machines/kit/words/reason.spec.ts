import { isReason, saysNothing } from './reason.js';

describe('a reason', () => {
  it.each([
    '本系统不使用密码产品',
    '只更换机房空调',
    '不涉及密码应用',
    '唯一供应商',
    'only one supplier holds the patent',
    '甲乙丙丁',
  ])('is given by “%s”', (text) => {
    expect(isReason(text)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '无',
    '无。',
    '不适用',
    '不 适 用',
    '本项目不适用',
    '不适用，无理由',
    'N/A',
    'ｎｏｎｅ',
    '。。。。。',
    '密密密密密密',
    '1111',
    '甲乙丙',
    '甲乙丙丙丙丙',
    '///---',
  ])('is not given by “%s”', (text) => {
    expect(isReason(text)).toBe(false);
  });
});

it.each([
  ['无', true],
  ['没有。', true],
  ['不涉及', true],
  ['无闲置', false],
  ['两台', false],
] as const)('“%s” says nothing: %s', (text, says) => {
  expect(saysNothing(text)).toBe(says);
});
