import type { ActSituation } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import type { ActDesk, ActGround } from '../testing/ground.js';

export function urgingExamples(desk: ActDesk, ground: ActGround): Example<ActSituation>[] {
  const { urgedOnce } = desk;
  const { given, office, preparing, proves, urged, urging, wait } = ground;
  return [
    ...proves(
      urgedOnce,
      given({ passes: '没有催办过', facts: urging }),
      given({ passes: '昨天催办过', facts: urging }, { urges: [urged('2025-03-02')] }),
      given({ passes: '第二天可以再催办', facts: { ...urging, today: '2025-03-04' } }, { urges: [urged('2025-03-03')] }),
      given({ passes: '别人今天催办过', facts: urging }, { urges: [{ ...urged('2025-03-03'), by: 'education' }] }),
      given({ passes: '今天催办的是别人', facts: urging }, { urges: [{ ...urged('2025-03-03'), to: ['unit:health'] }] }),
      given({ fails: '今天催办过同一办理人', facts: urging, says: `今天已经催办过${office}`, seen: { 办理人: office } }, { urges: [urged('2025-03-03')] }),
      given(
        {
          fails: '今天催办过，自己也是办理人之一：不算在内',
          facts: { ...urging, actor: { ...urging.actor, principals: ['unit:health'] } },
          seen: { 办理人: office },
        },
        { urges: [urged('2025-03-03')] },
        [wait, preparing],
      ),
      given(
        { fails: '今天催办过的两方都还没有办理', facts: urging, seen: { 办理人: `${office}、县卫健委` } },
        { urges: [{ ...urged('2025-03-03'), to: ['role:office', 'unit:health'] }] },
        [wait, preparing],
      ),
      given({ passes: '今天只催办过两方中的一方', facts: urging }, { urges: [urged('2025-03-03')] }, [wait, preparing]),
    ),
  ];
}
