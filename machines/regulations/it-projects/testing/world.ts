import type { Actor } from '#machines/kit/case/facts.js';
import { testYears } from '#machines/kit/testing/calendar.js';
import type { World } from '#machines/kit/testing/story.js';
import { houseParameters } from '#machines/kit/words/house-parameters.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { itProjects } from '../regulation.js';

const colleague = (userId: string, unitId: string, name: string, ...roles: string[]): Actor => ({
  userId,
  name,
  unitId,
  principals: [`unit:${unitId}`, ...roles.map((r) => `role:${r}`), `user:${userId}`],
});

/** An office with one person, who has its name. */
const actor = (id: string, name: string, ...roles: string[]): Actor => colleague(id, id, name, ...roles);

/** The offices of the demo directory, as scenarios need them. */
export const actors: Readonly<Record<string, Actor>> = {
  'data-bureau': actor('data-bureau', '县数据资源管理局', 'data-bureau'),
  'data-bureau-deputy': colleague('data-bureau-deputy', 'data-bureau', '县数据资源管理局第二经办人', 'data-bureau'),
  cyberspace: actor('cyberspace', '县委网信办', 'cyberspace'),
  'development-reform': actor('development-reform', '县发改委', 'development-reform'),
  finance: actor('finance', '县财政局', 'finance'),
  archives: actor('archives', '县档案局', 'archives'),
  secrecy: actor('secrecy', '县委办公室(保密局)', 'secrecy'),
  cryptography: actor('cryptography', '县委办公室(密码管理局)', 'cryptography'),
  'public-security': actor('public-security', '县公安局', 'public-security'),
  'county-office': actor('county-office', '县委办公室', 'county-office'),
  audit: actor('audit', '县审计局', 'audit'),
  'procurement-supervision': actor('procurement-supervision', '县公共资源交易监督管理局', 'procurement-supervision'),
  supervisor: actor('supervisor', '县政府督查室', 'supervisor'),
  education: actor('education', '县教体局', 'project-unit'),
  health: actor('health', '县卫健委', 'project-unit'),
  'health-deputy': colleague('health-deputy', 'health', '县卫健委第二经办人', 'project-unit'),
  'development-zone': actor('development-zone', '县开发区管委会', 'project-unit'),
  'county-hospital': actor('county-hospital', '县人民医院', 'project-unit'),
  'no1-school': actor('no1-school', '县第一中学', 'project-unit'),
  'rongcheng-town': actor('rongcheng-town', '蓉城镇人民政府', 'township'),
};

const KINDS: Readonly<Record<string, { kind: string; superior?: string }>> = {
  'data-bureau': { kind: 'bureau' },
  'development-zone': { kind: 'zone' },
  'rongcheng-town': { kind: 'township' },
  'county-hospital': { kind: 'institution', superior: 'health' },
  'no1-school': { kind: 'institution', superior: 'education' },
};

export const units: Readonly<Record<string, CaseUnit>> = Object.fromEntries(
  Object.values(actors)
    .filter((a) => a.unitId === a.userId)
    .map(({ userId: id, name }) => [
      id,
      {
        id,
        name,
        kind: KINDS[id]?.kind ?? 'department',
        creditCode: '11341823000000000X',
        supervisingUnitId: KINDS[id]?.superior ?? null,
      },
    ]),
);

export const world: World = {
  regulation: itProjects,
  calendarYears: testYears,
  parameters: [...houseParameters(itProjects.issued), ...itProjects.parameters],
  actors,
  units,
  procedures: itProjects.procedures,
};
