import { amount, code, GENERATED, table } from './markdown.js';
import type { Material } from './material.js';

const GRADES = {
  law: ['法定', '实施方案明文规定'],
  peer: ['同行', '读自别处的规定，来源栏写明'],
  analogy: ['类推', '借自一般法律'],
  house: ['自定', '实施方案没有规定，本产品的默认值'],
};

/** Writes every number, with its unit, the day from which it counts, and its source. */
export function parametersPage({ parameters }: Pick<Material, 'parameters'>): string {
  const rows = parameters.map((p) => [
    code(p.key),
    p.label,
    amount(p),
    code(p.unit),
    p.from,
    GRADES[p.grade][0],
    p.source,
  ]);
  return [
    GENERATED,
    '# 参数表\n',
    '下列是程序自带的数值。管理员可以用一行新的、注明生效日期的值代替其中任何一个；正在生效的值以 `GET /api/v1/parameters` 为准。',
    '金额在程序内一律是整数分。\n',
    table(['依据', '含义'], Object.values(GRADES)),
    table(['参数', '含义', '值', '单位', '自', '依据', '来源'], rows),
  ].join('\n');
}
