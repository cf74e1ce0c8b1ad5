import type { Actor } from '../../kit/facts.js';
import { testYears } from '../../kit/testing/calendar.js';
import type { World } from '../../kit/testing/story.js';
import type { CaseUnit } from '../../kit/party.js';
import { parameters } from '../../regulation/parameters.js';

const actor = (userId: string, name: string, ...roles: string[]): Actor => ({
  userId, name, unitId: userId, principals: [`unit:${userId}`, ...roles.map((r) => `role:${r}`)],
});

/** The offices of the demo directory, as scenarios need them. */
export const actors: Readonly<Record<string, Actor>> = {
  'data-bureau': actor('data-bureau', '县数据资源管理局', 'data-bureau'),
  cyberspace: actor('cyberspace', '县委网信办', 'cyberspace'),
  'development-reform': actor('development-reform', '县发改委', 'development-reform'),
  finance: actor('finance', '县财政局', 'finance'),
  archives: actor('archives', '县档案局', 'archives'),
  'county-office': actor('county-office', '县委办公室', 'county-office'),
  audit: actor('audit', '县审计局', 'audit'),
  supervisor: actor('supervisor', '县政府督查室', 'supervisor'),
  education: actor('education', '县教体局', 'project-unit'),
  health: actor('health', '县卫健委', 'project-unit'),
  'development-zone': actor('development-zone', '县开发区管委会', 'project-unit'),
  'county-hospital': actor('county-hospital', '县人民医院', 'project-unit'),
  'rongcheng-town': actor('rongcheng-town', '蓉城镇人民政府', 'project-unit'),
};

const unit = (id: string, kind: string, supervisingUnitId: string | null = null): CaseUnit => ({
  id, name: actors[id]!.name, kind, creditCode: '11341823000000000X', supervisingUnitId,
});

export const units = {
  education: unit('education', 'bureau'),
  health: unit('health', 'bureau'),
  'development-zone': unit('development-zone', 'zone'),
  'county-hospital': unit('county-hospital', 'institution', 'health'),
  'rongcheng-town': unit('rongcheng-town', 'township'),
} as const;

export const world: World = { calendarYears: testYears, parameters, actors };
