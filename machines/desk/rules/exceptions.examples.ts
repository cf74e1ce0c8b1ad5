import type { ActSituation } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import type { ActDesk, ActGround } from '../testing/ground.js';

export function exceptionsExamples(desk: ActDesk, ground: ActGround): Example<ActSituation>[] {
  const { documentHere, exceptionDated, exceptionOnce, exceptionPossible } = desk;
  const { facts, given, granted, paper, proves } = ground;
  return [
    ...proves(
      documentHere,
      given({ passes: '没有附材料', data: {} }),
      given({ passes: '所附材料在本案件', data: { documents: ['paper-0'] }, facts: paper('paper') }),
      given({ passes: '依据文件在本案件', data: { document: 'paper-0' }, facts: paper('paper') }),
      given({ passes: '本案件有多份材料，附其中一份', data: { document: 'letter-1' }, facts: { ...facts, documents: ['paper', 'letter'] } }),
      given({ fails: '两份材料都不在本案件：一并指出', data: { documents: ['other-0', 'third-0'] }, facts: paper('paper'), says: '“other-0”、“third-0”' }),
      given({ fails: '依据文件不在本案件', data: { document: 'other-0' }, facts: paper('paper'), says: '本案件没有这份材料：“other-0”' }),
      given({ fails: '附件有一份不在本案件', data: { documents: ['paper-0', 'other-0'] }, facts: paper('paper'), says: '：“other-0”' }),
    ),
    ...proves(
      exceptionPossible,
      given({ passes: '规则属于“原则上”一类', data: { rule: 'example.in-principle' } }),
      given({
        fails: '规则属于“不得”一类',
        data: { rule: 'example.in-any-case' },
        says: '“未经评审不予审批”不是',
        seen: { 规则: 'example.in-any-case', 要求: '未经评审不予审批' },
      }),
      given({ fails: '没有这条规则', data: { rule: 'no.such-rule' }, says: '“no.such-rule”不是' }),
    ),
    ...proves(
      exceptionOnce,
      given({ passes: '没有批准过例外', data: { rule: 'example.in-principle' } }),
      given({ passes: '批准过另一条规则的例外', data: { rule: 'example.in-principle' } }, { exceptions: [granted('another.rule')] }),
      given(
        { fails: '已经批准过', data: { rule: 'example.in-principle' }, says: '已凭“青数函1号”批准例外', seen: { 文号: '青数函1号' } },
        { exceptions: [granted('example.in-principle')] },
      ),
    ),
    ...proves(
      exceptionDated,
      given({ passes: '依据文件今天印发', data: { date: '2025-03-03' }, facts: { ...facts, today: '2025-03-03' } }),
      given({ fails: '依据文件日期在明天', data: { date: '2025-03-04' }, facts: { ...facts, today: '2025-03-03' }, says: ['2025-03-04', '2025-03-03'] }),
    ),
  ];
}
