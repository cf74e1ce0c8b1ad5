import type { CaseUnit } from './kit/words/party.js';

/**
 * The offices of the demo county. The program's demo accounts belong to them, and the stories of the procedures use
 * them.
 */

/** Invented codes with valid check digits, in the county's own division number. */
const unit = (
  id: string,
  name: string,
  kind: string,
  creditCode: string,
  supervisingUnitId: string | null = null,
): CaseUnit => ({ id, name, kind, creditCode, supervisingUnitId });

/** A supervising unit stands before those it supervises. */
export const demoUnits: readonly CaseUnit[] = [
  unit('data-bureau', '县数据资源管理局', 'bureau', '113417239910000197'),
  unit('cyberspace', '县委网信办', 'party-office', '113417239910000272'),
  unit('development-reform', '县发改委', 'department', '11341723991000035W'),
  unit('finance', '县财政局', 'department', '11341723991000043P'),
  unit('archives', '县档案局', 'party-office', '11341723991000051J'),
  unit('secrecy', '县委办公室(保密局)', 'party-office', '1134172399100006XA'),
  unit('cryptography', '县委办公室(密码管理局)', 'party-office', '11341723991000078A'),
  unit('public-security', '县公安局', 'department', '113417239910000865'),
  unit('county-office', '县委办公室', 'party-office', '113417239910000940'),
  unit('education', '县教体局', 'department', '11341723991000107M'),
  unit('health', '县卫健委', 'department', '11341723991000115G'),
  unit('development-zone', '县开发区管委会', 'zone', '11341723991000123B'),
  unit('county-hospital', '县人民医院', 'institution', '123417239910001313', 'health'),
  unit('no1-school', '县第一中学', 'institution', '1234172399100014XT', 'education'),
  unit('rongcheng-town', '蓉城镇人民政府', 'township', '11341723991000158X'),
  unit('audit', '县审计局', 'supervision', '11341723991000166Q'),
  unit('procurement-supervision', '县公共资源交易监督管理局', 'supervision', '11341723991000174K'),
  unit('supervisor', '县政府督查室', 'supervision', '11341723991000182E'),
];

const PROJECT_UNITS = new Set(['education', 'health', 'development-zone', 'county-hospital', 'no1-school']);

/** Returns the role of an office that has a part of its own in a procedure. A township is no project unit (2.1.2d). */
export function roleOf({ id, kind }: CaseUnit): string {
  if (PROJECT_UNITS.has(id)) return 'project-unit';
  return kind === 'township' ? 'township' : id;
}
