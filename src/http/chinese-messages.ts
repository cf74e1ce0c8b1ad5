import { z } from 'zod';
import { quoted } from './quoted.js';

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
  date: '日期',
  null: '空值',
};
const FORMATS: Readonly<Record<string, string>> = {
  date: '日期，如 2025-01-31',
  datetime: '带时区的时间，如 2025-01-31T09:00:00+08:00',
  uuid: '系统给出的编号',
  email: '电子邮件地址',
  url: '网址',
};
const UNITS: Readonly<Record<string, (limit: string) => string>> = {
  string: (limit) => `${limit} 个字`,
  array: (limit) => `${limit} 项`,
  file: (limit) => `${limit} 字节`,
};

/** The messages that officials meet most. The other messages come from zod's own Chinese locale. */
function say(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '此项必填。';
      return `这里要填${KINDS[issue.expected] ?? issue.expected}。`;
    case 'invalid_value':
      return issue.input === undefined ? '此项必填。' : `只能是以下之一：${choicesOf(issue).join('、')}。`;
    case 'invalid_format':
      return FORMATS[issue.format] ? `这里要填${FORMATS[issue.format]}。` : undefined;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return '此项不能为空。';
      return `${issue.inclusive === false ? '要多于' : '至少要'} ${measure(issue.origin, issue.minimum)}。`;
    case 'too_big':
      return `${issue.inclusive === false ? '要少于' : '不能超过'} ${measure(issue.origin, issue.maximum)}。`;
    case 'unrecognized_keys':
      return `有不认识的字段：${quoted(issue.keys)}，请删去。`;
    case 'invalid_union':
      return issue.input === undefined ? '此项必填。' : '内容与允许的任何一种形式都不符。';
    default:
      return undefined;
  }
}

/** Names the choices as an official knows them; what has no name is named as it is written. */
function choicesOf({ values, inst }: { values: readonly unknown[]; inst?: unknown }): string[] {
  const labels = (inst ? z.globalRegistry.get(inst as z.ZodType)?.labels : undefined) as
    Readonly<Record<string, string>> | undefined;
  return values.map((value) => labels?.[String(value)] ?? String(value));
}

function measure(origin: string, limit: number | bigint): string {
  return UNITS[origin]?.(String(limit)) ?? String(limit);
}

z.config({ ...z.locales.zhCN(), customError: say });
