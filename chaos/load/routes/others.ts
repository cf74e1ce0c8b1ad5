import type { Desk } from '../desk.js';
import { APPLICANTS, titleOf } from './names.js';

const BUREAU = 'data-bureau';
const TOWNSHIP = 'rongcheng-town';

/** A township's need that goes from one department to another before it is taken up. */
export async function need(desk: Desk): Promise<void> {
  const { chance } = desk;
  let target = 'education';
  const id = await desk.begin(TOWNSHIP, 'need', {
    title: titleOf(chance),
    content: '乡镇业务系统',
    classified: false,
    target,
  });
  await desk.rest(0, 8);
  await desk.send(TOWNSHIP, id, 'submitNeed');
  for (let round = chance.int(0, 3); round > 0; round--) {
    await desk.rest(0, 20);
    target = target === 'education' ? 'health' : 'education';
    await desk.send(BUREAU, id, 'redirect', { target, reason: '改由主管该业务的部门统筹' });
  }
  await desk.rest(0, 25);
  await desk.send(target, id, 'agreeToTakeUp', { arrangement: '纳入部门平台' });
  await desk.rest(0, 15);
  if (chance.hit(0.6)) await desk.send(BUREAU, id, 'declineNeed', { reason: '暂无安排' });
}

const met = { finding: 'met', note: '符合' };
const points = { intensive: met, dataSharing: met, interconnection: met, collaboration: met };

/** A scheme that goes back for revision until its four points are met. */
export async function scheme(desk: Desk): Promise<void> {
  const { chance } = desk;
  const { unit, superior } = chance.pick(APPLICANTS);
  const id = await desk.begin(unit, 'scheme-review', {
    title: titleOf(chance),
    track: 'embedded',
    content: '信息化部分',
    amountFen: 3_000_000,
    fundingSources: ['countyBudget'],
    parentName: '综合业务楼',
    classified: false,
  });
  await desk.upload(unit, id, 'scheme');
  await desk.upload(unit, id, 'parentApproval');
  await desk.send(unit, id, 'submitScheme');
  if (superior) {
    await desk.rest(0, 12);
    await desk.send(superior, id, 'endorse');
  }
  for (let round = chance.int(0, 3); round > 0; round--) {
    await desk.rest(0, 12);
    await desk.send(BUREAU, id, 'requireRevision', {
      points: { ...points, dataSharing: { finding: 'unmet', note: '共享内容不全' } },
      items: '补充共享目录',
    });
    await desk.rest(0, 15);
    await desk.send(unit, id, 'resubmit', { reply: '已修改' });
  }
  await desk.rest(0, 30);
  if (chance.hit(0.7)) await desk.send(BUREAU, id, 'passScheme', { points });
  await desk.rest(0, 40);
  if (chance.hit(0.5)) await desk.send(unit, id, 'proceed', { startedOn: desk.today });
}
