import { wan } from '#machines/kit/words/money.js';
import { proves } from '../testing/ground.js';
import { budgetStillAddsUp, keepsRoute, statementOnly } from './corrections.js';

/** A dossier of 300万元 that has not been approved yet. */
const examined = { dossiers: { combined: { approved: undefined, amountFen: wan(300) } } };
const lines = (...amounts: number[]) => amounts.map((amountFen, i) => ({ name: `第${i + 1}项`, amountFen }));
const detailed = { dossiers: { combined: { ...examined.dossiers.combined, budgetLines: lines(wan(100), wan(200)) } } };

export const correctionExamples = [
  ...proves(
    keepsRoute,
    { passes: '没有补正金额', data: {}, seen: { 投资额: '0万元', 两步审批标准: '500万元' } },
    { passes: '只补正章节', data: { dossier: { securityChapter: true } } },
    { passes: '补正为499.999999万元', data: { dossier: { budgetFen: wan(500) - 1 } }, seen: { 投资额: '499.999999万元', 两步审批标准: '500万元' } },
    {
      fails: '补正为500万元',
      data: { dossier: { budgetFen: wan(500) } },
      says: '补正后投资额500万元，已达500万元',
      seen: { 投资额: '500万元', 两步审批标准: '500万元' },
    },
    { passes: '初步设计本来就分两步审批', context: { dossier: 'design' }, data: { dossier: { budgetFen: wan(600) } } },
  ),
  ...proves(
    budgetStillAddsUp,
    { passes: '没有明细', context: examined, data: { dossier: { budgetFen: wan(320) } }, seen: { 明细合计: '0万元', 概算总额: '320万元' } },
    { passes: '只作书面答复，原明细相符', context: detailed, data: {}, seen: { 明细合计: '300万元', 概算总额: '300万元' } },
    {
      passes: '明细和总额一并补正',
      context: detailed,
      data: { dossier: { budgetFen: wan(350), budgetLines: lines(wan(150), wan(200)) } },
      seen: { 明细合计: '350万元', 概算总额: '350万元' },
    },
    {
      fails: '只补正总额，原明细不符',
      context: detailed,
      data: { dossier: { budgetFen: wan(350) } },
      says: '补正后概算明细合计300万元，与概算总额350万元不符',
      seen: { 明细合计: '300万元', 概算总额: '350万元' },
    },
    {
      fails: '只补正明细，与原总额不符',
      context: detailed,
      data: { dossier: { budgetLines: lines(wan(1)) } },
      seen: { 明细合计: '1万元', 概算总额: '300万元' },
    },
    { passes: '正在审查的不是报批文件', data: {}, seen: { 明细合计: '0万元', 概算总额: '0万元' } },
  ),
  ...proves(
    statementOnly,
    { passes: '更正部署网络和是否依托平台', data: { changes: { networkZone: 'internet', onPlatform: false } } },
    { passes: '更正是否含土建、是否高能耗', data: { changes: { newCivilWorks: true, highEnergy: true } } },
    { fails: '修改投资估算：另有办法', data: { changes: { onPlatform: false, estimateFen: 1 } }, says: '不能再修改：投资估算', seen: { 不能修改: '投资估算' } },
    { fails: '修改名称和建设内容', data: { changes: { title: '另一名称', content: '另一内容' } }, says: '项目名称、主要内容' },
  ),
];
