import { proves } from '../testing/ground.js';
import { correctionFits, distinctionExplained, endorsedFirst, notSplit } from './reserve.js';

export const reserveExamples = [
  ...proves(endorsedFirst,
    { passes: '没有主管部门的单位：直接预审' },
    { passes: '下属单位，主管部门已审核', context: { applicant: { superior: 'health' }, endorsed: true } },
    { fails: '下属单位，主管部门未审核：不能直接受理', context: { applicant: { superior: 'health' }, endorsed: false }, says: '主管部门尚未审核' },
  ),
  ...proves(notSplit,
    { passes: '没有相似项目', data: { similarity: 'none' }, seen: { 核对结论: 'none' } },
    { passes: '有相似但不属拆分', data: { similarity: 'distinct' }, seen: { 核对结论: 'distinct' } },
    { fails: '认定为拆分申报：不能入库', data: { similarity: 'split' }, seen: { 核对结论: 'split' } },
  ),
  ...proves(distinctionExplained,
    { passes: '没有相似项目：无需理由', data: { similarity: 'none' } },
    { passes: '有相似但不属拆分，写明理由', data: { similarity: 'distinct', similarityReason: '服务对象不同' } },
    { fails: '有相似但不属拆分，没有理由', data: { similarity: 'distinct' } },
  ),
  ...proves(correctionFits,
    { passes: '预审中补正申报内容', context: { dossier: null }, data: { declaration: {} }, seen: { 审查对象: '申报内容' } },
    { passes: '审批中补正报批文件', data: { dossier: {} }, seen: { 审查对象: '报批文件' } },
    { passes: '只作书面答复', data: {} },
    { passes: '预审中只作书面答复', context: { dossier: null }, data: {} },
    { fails: '审批中补正申报内容：不符', data: { declaration: {} }, says: '正在审查的是报批文件' },
    { fails: '预审中补正报批文件：不符', context: { dossier: null }, data: { dossier: {} }, says: '正在审查的是申报内容' },
    { fails: '审批中同时补正申报内容：不符', data: { declaration: {}, dossier: {} } },
  ),
];
