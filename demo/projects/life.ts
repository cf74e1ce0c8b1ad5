import { wan } from '#machines/kit/words/money.js';
import type { Declaration } from '#machines/regulations/it-projects/procedures/project/declaration.js';
import { stagesOf, type Stages } from '../stages.js';
import { LARGE } from '../stages/subject.js';
import type { Attempt, Case, Step } from '../step.js';

/** Invented companies: suppliers, and institutes that only design. */
const suppliers = [
  { name: '池州智云信息技术有限公司', creditCode: '91341700MA2FGHJK2Y' },
  { name: '安徽江南数科有限公司', creditCode: '91340800MA2GHJKL3X' },
  { name: '九华软件工程有限公司', creditCode: '91341702MA2HJKLM4W' },
  { name: '皖南云网集成有限公司', creditCode: '91341800MA2JKLMN5U' },
];
const designers = [
  { name: '江淮规划设计院有限公司', creditCode: '91340100MA2ABCDE1X' },
  { name: '安徽数字工程咨询有限公司', creditCode: '91340100MA2BCDEF6T' },
];

/** 二(二)5: the units that apply through their department. */
const SUPERIOR: Readonly<Record<string, string>> = { 'county-hospital': 'health', 'no1-school': 'education' };

type About = Partial<Declaration> & Pick<Declaration, 'content'>;

let count = 0;

/** Builds the life of one project: what is declared, and the stages it goes through. */
export function life(
  unit: string,
  title: string,
  amount: number,
  about: About,
  tell: (p: Stages) => Step[][],
  attempts: (declaration: Case['data']) => Attempt[] = () => [],
): Case {
  const no = ++count;
  const fen = wan(amount);
  const projectType = about.projectType ?? 'newBuild';
  const upper = fen >= LARGE && projectType !== 'continuation' && projectType !== 'operation';
  const p = stagesOf({
    unit,
    superior: SUPERIOR[unit],
    fen,
    upper,
    no,
    supplier: suppliers[no % suppliers.length]!,
    designer: designers[no % designers.length]!,
  });
  const declaration = {
    title,
    estimateFen: fen,
    projectType,
    category: 'application',
    fundingSources: ['countyBudget'],
    goal: '提升公共服务和治理能力',
    technicalRoute: '依托政务云和省市一体化数据基础平台',
    basis: '县政府年度重点工作',
    ...about,
  };
  return {
    procedure: 'project',
    name: title,
    by: unit,
    data: declaration,
    attempts: attempts(declaration),
    steps: tell(p).flat(),
  };
}
