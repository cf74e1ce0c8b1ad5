import type { Chance } from '#machines/kit/testing/chance.js';

const WHERE = ['城东', '城西', '城南', '城北', '高新区', '开发区', '河东', '河西', '山前', '湖滨', '北岸', '南岸'];
const WHAT = [
  '影像云',
  '门诊叫号',
  '校园安防',
  '学籍档案',
  '应急广播',
  '林火监测',
  '公交调度',
  '水质监测',
  '不动产查询',
  '社保自助',
  '电子病历',
  '远程会诊',
  '考务指挥',
  '农机调度',
  '泊车诱导',
];
const HOW = ['平台', '系统', '升级', '接口', '终端', '数据库', '一体机', '看板'];

let count = 0;

/** Returns a title that few others resemble. */
export const titleOf = (chance: Chance): string =>
  `${chance.pick(WHERE)}${chance.pick(WHAT)}${chance.pick(HOW)}${(count += 1)}`;

export interface Applicant {
  unit: string;
  superior?: string;
}

export const APPLICANTS: readonly Applicant[] = [
  { unit: 'county-hospital', superior: 'health' },
  { unit: 'no1-school', superior: 'education' },
  { unit: 'education' },
  { unit: 'health' },
  { unit: 'development-zone' },
];
