import { wan } from '#machines/kit/words/money.js';

import * as line from '#machines/regulations/it-projects/procedures/project/testing/lines.js';
import type { Desk } from '../desk.js';
import { APPLICANTS, titleOf, type Applicant } from './names.js';

const BUREAU = 'data-bureau';

/** From 申报 to 入库. A paper may come back for correction several times, and each time its deadlines open again. */
export async function pooled(desk: Desk, slow: boolean): Promise<{ id: string; applicant: Applicant; fen: number }> {
  const { chance } = desk;
  const applicant = chance.pick(APPLICANTS);
  const { unit, superior } = applicant;
  const fen = wan(chance.int(30, 280));
  const id = await desk.begin(unit, 'project', line.declarationOf(titleOf(chance), fen));
  await desk.upload(unit, id, 'declarationForm');
  if (slow) await desk.rest(0, 12);
  await desk.send(unit, id, 'declare');
  if (superior) {
    await corrections(desk, id, superior, unit, slow);
    await desk.send(superior, id, 'endorse');
  }
  await corrections(desk, id, BUREAU, unit, slow);
  await desk.send(BUREAU, id, 'passPreReview', { similarity: 'none', similarityReason: '已与在库项目核对' });
  return { id, applicant, fen };
}

async function corrections(desk: Desk, id: string, examiner: string, unit: string, slow: boolean): Promise<void> {
  const rounds = desk.chance.pick(slow ? [0, 1, 1, 2, 3] : [0, 0, 0, 1]);
  for (let round = 1; round <= rounds; round++) {
    if (slow) await desk.rest(0, 20);
    await desk.send(examiner, id, 'returnForCorrection', { items: `第${round}次补正` });
    if (slow) await desk.rest(0, 15);
    await desk.send(unit, id, 'resubmit', { reply: '已按要求补正' });
  }
  if (slow) await desk.rest(0, 30);
}

/** A project that is declared and then left: with the department, with the bureau, or in the pool. */
export async function leftToTime(desk: Desk): Promise<void> {
  const { chance } = desk;
  const { unit } = chance.pick(APPLICANTS);
  const id = await desk.begin(unit, 'project', line.declarationOf(titleOf(chance), wan(chance.int(30, 280))));
  if (chance.hit(0.3)) return;
  await desk.upload(unit, id, 'declarationForm');
  await desk.send(unit, id, 'declare');
  if (!chance.hit(0.25)) return;
  await desk.rest(3, 50);
  await desk.send(unit, id, 'withdraw', { reason: '合并到其他项目' });
}

export async function corrected(desk: Desk): Promise<void> {
  await pooled(desk, true);
}

/** 暂停 and 恢复, with clocks that stand still meanwhile. */
export async function suspended(desk: Desk): Promise<void> {
  const { id } = await pooled(desk, true);
  for (let round = desk.chance.int(1, 3); round > 0; round--) {
    await desk.rest(0, 15);
    await stopped(desk, id);
    await desk.rest(0, 25);
    await desk.send(BUREAU, id, 'resume', { reason: '恢复' });
  }
}

/**
 * From 计划外追加 to construction and trial run, whose last day moves the project by itself; then acceptance, archives
 * and the wait for evaluation.
 */
export async function wholeLife(desk: Desk): Promise<void> {
  const {
    id,
    applicant: { unit, superior },
    fen,
  } = await pooled(desk, false);
  await desk.send(unit, id, 'requestOutOfPlan', { reason: '上级部署' });
  if (superior) await desk.send(superior, id, 'endorse');
  const date = desk.today;
  await desk.upload(BUREAU, id, 'governmentDecision');
  await desk.send(BUREAU, id, 'recordGovernmentApproval', { result: 'approved', number: '青政秘〔2025〕1号', date });
  await desk.rest(0, 10);
  const approved = (today: string) => line.approvedInOneStep(unit, today, fen);
  await desk.tell(id, unit, (today) => approved(today).slice(0, 1));
  if (superior) await desk.send(superior, id, 'endorse');
  await desk.tell(id, unit, (today) => approved(today).slice(1));
  await desk.rest(0, 10);
  await desk.tell(id, unit, (today) => line.contracted(unit, today, fen));
  await desk.tell(id, unit, (today) => line.built(unit, today, today).slice(0, 1));
  if (desk.chance.hit(0.4)) await changed(desk, id, unit);
  await desk.rest(0, 30);
  await desk.tell(id, unit, (today) => [...line.built(unit, today, today).slice(1), ...line.tried(unit, today)]);
  await desk.rest(95, 110);
  await desk.tell(id, unit, (today) => line.selfAccepted(unit, today));
  await desk.tell(id, unit, (today) => line.archived(unit, today));
  await desk.rest(366, 400);
  await desk.tell(id, unit, (today) => line.evaluated(unit, today));
}

async function stopped(desk: Desk, id: string): Promise<void> {
  const date = desk.today;
  await desk.upload(BUREAU, id, 'standingDecision');
  await desk.send(BUREAU, id, 'suspend', { reason: '政策调整，暂缓', number: '青数停〔2025〕1号', date });
}

const PAPERS = ['changeStatement', 'decisionMinutes', 'changedScheme', 'changeApplication', 'leadershipBasis'];

/** A change, a case of its own, that tells the project its result. */
async function changed(desk: Desk, project: string, unit: string): Promise<void> {
  const content = {
    reason: 'leadership',
    situation: '按照上级部署调整建设内容',
    before: '统一填报',
    after: '数据共享',
    increaseFen: 0,
    decreaseFen: 0,
    goalUnchanged: true,
    contentNeedsAdjustment: true,
  };
  const id = await desk.begin(unit, 'change-request', { project, ...content, decreaseFen: 10_000 });
  await desk.upload(unit, id, ...PAPERS);
  await desk.send(unit, id, 'fileChange', { decidedOn: desk.today });
  await desk.rest(0, 15);
  await stopped(desk, project);
  await desk.rest(0, 10);
  await desk.send(BUREAU, project, 'resume', { reason: '恢复' });
}

/** 限期整改 of a project: it is reported and reviewed. A failure stops the project until it is lifted. */
export async function rectified(desk: Desk): Promise<void> {
  const {
    id: project,
    applicant: { unit },
  } = await pooled(desk, false);
  await desk.rest(0, 5);
  const limit = { days: desk.chance.int(10, 30) };
  const order = {
    project,
    number: '青数整〔2025〕1号',
    source: 'inspection',
    basis: '《实施方案》二(六)3',
    problems: [{ text: '检查发现的问题', clause: '2.3.4' }],
    limit,
  };
  const id = await desk.begin(BUREAU, 'rectification', order);
  await desk.rest(0, 35);
  await reported(desk, id, unit);
  if (desk.chance.hit(0.4)) {
    await desk.send(BUREAU, id, 'returnForCorrection', { items: '补充佐证材料' });
    await desk.rest(0, 10);
    await desk.send(unit, id, 'resubmit', { reply: '已补正' });
  }
  if (desk.chance.hit(0.4)) {
    await desk.send(BUREAU, id, 'confirmRectification');
    return;
  }
  await desk.send(BUREAU, id, 'failRectification', { reason: '未整改到位' });
  await desk.rest(0, 8);
  await desk.send(BUREAU, id, 'suspendProject', {
    reason: '整改不合格',
    number: '青数停〔2025〕3号',
    date: desk.today,
    ...(desk.chance.hit(0.5) ? { limit: { days: 20 } } : {}),
  });
  await desk.rest(0, 20);
  await reported(desk, id, unit);
  await desk.send(BUREAU, id, 'confirmRectification');
  await desk.rest(0, 8);
  await desk.send(BUREAU, id, 'liftSuspension', { reason: '整改合格', number: '青数复〔2025〕3号', date: desk.today });
}

async function reported(desk: Desk, id: string, unit: string): Promise<void> {
  await desk.upload(unit, id, 'rectificationReport');
  await desk.send(unit, id, 'reportRectification', { report: '已逐项整改' });
}
