import { describe, expect, it } from '@jest/globals';
import { Docket } from '#machines/kit/testing/story.js';
import { wan } from '#machines/kit/words/money.js';
import { project } from '#machines/regulations/it-projects/procedures/project/procedure.js';
import { declarationOf } from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import { world } from '#machines/regulations/it-projects/testing/world.js';

describe('urgent is', () => {
  const docket = new Docket(world, '2026-01-05');
  const { tale } = docket.open(project, 'county-hospital', declarationOf('影像云', wan(150)));
  tale.upload('declarationForm');
  tale.send('county-hospital', 'declare');
  tale.send('supervisor', 'urge', { message: '请尽快' });
  docket.passTo('2026-02-28');
  const of = (urgent: boolean): string[] => [
    ...new Set(
      tale.notices
        .filter((n) => n.urgent === urgent)
        .map((n) => `${n.kind} ${n.title} ${n.text.replace(/^.*二\(二\)5\)/, '')}`),
    ),
  ];

  it('what a person urges, the day itself, and every escalation after it', () => {
    expect(of(true).map((line) => line.replace(/（.*$/, ''))).toEqual([
      expect.stringMatching(/^待办 催办：影像云 /),
      '待办 提醒：主管部门审核 今日(2026-01-19)到期，请办理。',
      ...[1, 10, 20].map(
        (days) => `待阅 督办：主管部门审核 应由县卫健委于2026-01-19前办结，已逾期${days}个工作日，请督促。`,
      ),
    ]);
  });

  it('nothing else: neither a new turn nor the days before', () => {
    expect(of(false)).toEqual([
      expect.stringMatching(/^待办 待办：主管部门审核中/),
      expect.stringContaining('还有7日'),
      expect.stringContaining('还有3日'),
      expect.stringContaining('还有1日'),
    ]);
  });
});
