import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '#machines/kit/case/desk.js';
import type { Related } from '#machines/kit/case/relation.js';
import { relatedCase } from '#machines/kit/testing/related.js';
import type { EventCatalog } from '#machines/kit/law/events.js';
import type { DocumentDefinition } from '#machines/kit/law/procedure.js';
import type { DeepPartial, Example, proofs } from '#machines/kit/testing/example.js';
import { addDays, type IsoDate } from '#machines/kit/words/dates.js';
import type { CaseUnit } from '#machines/kit/words/party.js';
import { projectOurs } from '#machines/regulations/it-projects/common/named-project.js';
import { attachmentsHere } from './rules/common.js';
import { delegationReported, inOwnName, lastStepOurs, notOwnCase, signersAnswered } from './rules/decisions.js';

/** Examples of the common rules, for the proofs of any procedure. They bring along all they speak of, so they hold on any ground. */

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

const signer: Signer = {
  id: '3-1',
  principal: 'unit:health',
  state: 'here',
  party: 'dataBureau',
  from: 'role:data-bureau',
  by: 'data-bureau',
  on: '2025-03-03',
  question: '请提出意见',
};
const answered: Signer = {
  ...signer,
  id: '3-2',
  principal: 'unit:education',
  opinion: { agrees: false, text: '不同意', by: 'education', on: '2025-03-04', documents: [] },
};
const removed: Signer = { ...signer, id: '3-3', principal: 'unit:finance', withdrawn: { by: 'data-bureau', on: '2025-03-04', reason: '不再征求' } };

const delegated: Assignment = {
  kind: 'delegate',
  state: 'here',
  party: 'dataBureau',
  from: 'role:data-bureau',
  to: 'user:data-bureau-deputy',
  by: 'data-bureau',
  on: '2025-03-03',
  reason: '请核对',
};
const desk = (change: Partial<Desk>): { desk: Desk } => ({ desk: { ...EMPTY_DESK, ...change } });
const asked = (...signers: Signer[]) => desk({ signers });
const assigned = (...assignments: Assignment[]) => desk({ assignments });

const hospital = { id: 'county-hospital', name: '县医院', supervisingUnitId: 'health' };
const standingIn = { userId: 'data-bureau', unitId: 'data-bureau', name: '县数据资源管理局' };

/** Of the rules in `office/rules/decisions.ts`: for every procedure with a step that `decides`. */
export const decisionExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] => [
  ...proves(
    notOwnCase,
    {
      passes: '办理人属于另一单位',
      facts: { unit: { id: 'education', name: '县教体局' }, actor: { unitId: 'data-bureau', name: '县数据资源管理局' } },
      seen: { 办理人: '县数据资源管理局', 申报单位: '县教体局', 隶属关系: '无' },
    },
    {
      fails: '本单位申报、本单位决定：回避',
      facts: { unit: { id: 'data-bureau', name: '县数据资源管理局' }, actor: { unitId: 'data-bureau', name: '第二经办人' } },
      says: ['第二经办人', '县数据资源管理局，不能对本单位'],
      seen: { 办理人: '第二经办人', 申报单位: '县数据资源管理局', 隶属关系: '本单位' },
    },
    { passes: '主管部门审核自己的下属单位', facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委' } } },
    {
      passes: '主管部门的人员互相代理',
      facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委', actingFor: { ...standingIn, unitId: 'health' } } },
    },
    { passes: '没有隶属关系的单位代理', facts: { unit: { ...hospital }, actor: { unitId: 'finance', name: '县财政局', actingFor: standingIn } } },
    {
      fails: '主管部门的人员代别的部门审查下属单位',
      facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委', actingFor: standingIn } },
      says: '县医院的主管部门，不能代别的部门',
      seen: { 办理人: '县卫健委', 申报单位: '县医院', 隶属关系: '主管部门' },
    },
  ),
  ...proves(
    signersAnswered,
    { passes: '没有加签', facts: asked() },
    { passes: '加签已答复，不同意也是答复', facts: asked(answered) },
    { passes: '加签已减去', facts: asked(removed) },
    { fails: '加签尚未答复', facts: asked(answered, signer), says: '县卫健委', seen: { 未答复: '县卫健委' } },
    { fails: '两方尚未答复：一并指出', facts: asked(signer, { ...signer, id: '3-4', principal: 'role:finance' }), seen: { 未答复: '县卫健委、县财政局' } },
  ),
  ...proves(
    delegationReported,
    { passes: '没有委派', facts: assigned() },
    { passes: '委派已回复', facts: assigned({ ...delegated, report: { text: '已核对', on: '2025-03-04' } }) },
    { passes: '已转办：接手人自己决定', facts: assigned({ ...delegated, kind: 'transfer' }) },
    { fails: '委派尚未回复', facts: assigned(delegated), says: '县数据资源管理局第二经办人', seen: { 受委派人: '县数据资源管理局第二经办人' } },
    {
      fails: '委派给两人、均未回复：一并指出',
      facts: assigned(delegated, { ...delegated, to: 'user:health' }),
      seen: { 受委派人: '县数据资源管理局第二经办人、县卫健委' },
    },
  ),
];

const inPlace = (unitId: string, of: string | null = 'data-bureau') => ({
  unit: { ...hospital },
  actor: { unitId, name: '经办人', actingFor: { ...standingIn, unitId: of } },
});

/** Of `inOwnName`: for every procedure in which others leave an opinion. */
export const opinionInOwnNameExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
  proves(
    inOwnName,
    { passes: '以本部门的名义提出', facts: { unit: { ...hospital }, actor: { unitId: 'audit', name: '县审计局' } } },
    { passes: '主管部门以自己的名义提出', facts: { unit: { ...hospital }, actor: { unitId: 'health', name: '县卫健委' } } },
    { passes: '同一部门的人员互相代理', facts: inPlace('health', 'health') },
    { passes: '没有隶属关系的单位代理', facts: inPlace('finance'), seen: { 办理人: '经办人', 申报单位: '县医院' } },
    { fails: '申报单位的人员代别的部门提出', facts: inPlace('county-hospital'), says: '经办人属于申报单位县医院' },
    { fails: '主管部门的人员代别的部门提出', facts: inPlace('health') },
  );

/** Of `attachmentsHere`: for every procedure that applies it everywhere. */
export const opinionExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
  proves(
    attachmentsHere,
    { passes: '没有附材料', data: {} },
    { passes: '没有填写内容', data: null },
    { passes: '所附材料已上传', data: { attachments: ['report-0'] }, facts: { documents: ['report'] } },
    {
      fails: '所附材料不在本案件',
      data: { attachments: ['report-0', 'elsewhere'] },
      facts: { documents: ['report'] },
      says: '没有这些材料：elsewhere',
      seen: { 材料: 'elsewhere' },
    },
    { fails: '两份材料都不在：一并指出', data: { attachments: ['a', 'b'] }, seen: { 材料: 'a、b' } },
  );

const last = (unitId: string | null, touched: { touchedBy?: string | null } = {}) =>
  desk({ last: { type: 'submit', userId: 'health', unitId, seq: 2, ...touched } });
const we = { unitId: 'health' };

/** Of `lastStepOurs`: for every procedure in which a submission can be taken back (撤回). */
export const recallExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
  proves(
    lastStepOurs,
    { passes: '提交之后没有人办理', facts: { actor: we, ...last('health') }, seen: { 最后办理单位: '县卫健委' } },
    { passes: '本单位另一经办人提交的：也可以撤回', facts: { actor: { ...we, userId: 'health-deputy' }, ...last('health') } },
    { fails: '其他单位已经办理', facts: { actor: we, ...last('data-bureau') }, says: '已由县数据资源管理局办理', seen: { 最后办理单位: '县数据资源管理局' } },
    { fails: '已经办理的单位后来撤销', facts: { actor: we, ...last('former-office') }, seen: { 最后办理单位: 'former-office' } },
    { fails: '最后办理的人不属于任何单位', facts: { actor: we, ...last(null) }, says: '其他人员', seen: { 最后办理单位: '其他人员' } },
    { fails: '撤回的人和最后办理的人都不属于任何单位', facts: { actor: { unitId: null }, ...last(null) } },
    {
      fails: '提交之后，办理部门已经加签',
      facts: { actor: we, ...last('health', { touchedBy: 'data-bureau' }) },
      says: '已由县数据资源管理局办理',
      seen: { 最后办理单位: '县数据资源管理局' },
    },
    { fails: '提交之后，不属于任何单位的人员已经办理', facts: { actor: we, ...last('health', { touchedBy: null }) }, seen: { 最后办理单位: '其他人员' } },
    { fails: '别的单位提交，本单位只是办理过', facts: { actor: we, ...last('data-bureau', { touchedBy: 'health' }) } },
    { fails: '还没有任何办理', facts: { actor: we, ...desk({}) } },
  );

/** Of `attachedOf`: each document that a step asks for, whatever else has been uploaded. */
export const attachmentExamples = <Context, K extends string>(
  { proves }: Proofs<Context>,
  documents: Readonly<Record<K, DocumentDefinition>>,
  kinds: readonly K[],
): Example<Context>[] =>
  kinds.flatMap((kind) => {
    const { label } = documents[kind];
    return proves(
      `document.${kind}`,
      { passes: `已上传${label}`, facts: { documents: [kind] }, seen: { [label]: 1 } },
      { passes: `${label}有两份`, facts: { documents: [kind, 'unasked', kind] }, seen: { [label]: 2 } },
      { fails: `只上传了其他材料，缺${label}`, facts: { documents: ['unasked'] }, says: `缺少${label}`, seen: { [label]: 0 } },
    );
  });

/** Of `noticedInTime`: five working days of the examiner's own time, whichever of these clocks it is. */
export const noticedExamples = <Context>({ proves }: Proofs<Context>, deadlines: readonly string[]): Example<Context>[] => {
  const since = (startsOn: IsoDate, more: object = {}) => ({
    today: '2026-03-09',
    deadlines: [{ name: 'another', startsOn: '2026-01-05' }, ...deadlines.map((name) => ({ name, startsOn, ...more }))],
  });
  return proves(
    'return.noticed-in-time',
    { passes: '收到后第五个工作日退回', facts: since('2026-03-02'), seen: { 收到材料: '2026-03-02', 应告知: '2026-03-09' } },
    {
      fails: '收到后第六个工作日退回：提示',
      facts: since('2026-02-28'),
      says: ['材料于2026-02-28收到', '2026-03-06以前告知'],
      seen: { 收到材料: '2026-02-28', 应告知: '2026-03-06' },
    },
    {
      passes: '中间停止计时的日子不算',
      facts: since('2026-02-28', { pauses: [{ from: '2026-03-03', to: '2026-03-04', why: '补正' }] }),
      seen: { 收到材料: '2026-02-28', 应告知: '2026-03-09' },
    },
    { passes: '没有审查期限', seen: { 收到材料: null, 应告知: null } },
  );
};

/** Of `toStepPassed` and `onlyToApplicant`: whatever the steps are called. Whether a case has come through one is asked where that is the department above. */
export const returnExamples = <Context>({ proves }: Proofs<Context>, labels: Readonly<Record<string, string>>): Example<Context>[] => {
  const { applicant, ...further } = labels;
  const under = (supervisingUnitId: string | null) => ({ unit: { supervisingUnitId } });
  return [
    ...('superior' in labels
      ? proves(
          'return.step-passed',
          { passes: `退回：${applicant!}`, data: { to: 'applicant' }, facts: under(null), seen: { 退回到: applicant! } },
          ...Object.entries(further).map(([to, label]) => ({ passes: `退回：${label}`, data: { to }, facts: under('health'), seen: { 退回到: label } })),
          { fails: '没有主管部门，不能退回主管部门', data: { to: 'superior' }, facts: under(null), says: labels['superior']! },
        )
      : []),
    ...proves(
      'return.to-applicant-only',
      { passes: applicant!, data: { to: 'applicant' }, seen: { 退回到: applicant! } },
      ...Object.entries(further).map(([to, label]) => ({
        fails: `这一步之前没有：${label}`,
        data: { to },
        facts: under('health'),
        says: `不能退回“${label}”，这一步之前没有`,
        seen: { 退回到: label },
      })),
    ),
  ];
};

/** Of `paperOf`: the paper of this round, told from the one of the round before by the day it was uploaded on. */
export const paperExamples = <Context, K extends string>(
  { proves }: Proofs<Context>,
  documents: Readonly<Record<K, DocumentDefinition>>,
  kinds: readonly K[],
): Example<Context>[] =>
  kinds.flatMap((kind) => {
    const { label } = documents[kind];
    const before = addDays(TODAY, -1);
    return proves(
      `document.${kind}-of-this-round`,
      { passes: `${label}当日上传`, data: { date: TODAY }, facts: { documents: [{ kind, uploadedOn: TODAY }] }, seen: { 上传日期: TODAY, 登记日期: TODAY } },
      { passes: `${label}事后补登`, data: { date: before }, facts: { documents: [{ kind, uploadedOn: TODAY }] } },
      {
        passes: `${label}有上一次的，也有这一次的`,
        data: { date: TODAY },
        facts: {
          documents: [
            { kind, uploadedOn: TODAY },
            { kind, uploadedOn: before },
          ],
        },
      },
      {
        passes: `没有${label}：由另一条规则答复`,
        data: { date: TODAY },
        facts: { documents: [{ kind: 'unasked', uploadedOn: before }] },
        seen: { 上传日期: null, 登记日期: TODAY },
      },
      { passes: '没有填写日期：由表单检查', data: {}, facts: { documents: [kind] } },
      {
        fails: `只有前一天上传的${label}`,
        data: { date: TODAY },
        facts: { documents: [{ kind, uploadedOn: before }] },
        says: `最近一份${label}于${before}上传，早于所登记的日期${TODAY}`,
        seen: { 上传日期: before, 登记日期: TODAY },
      },
      {
        fails: `上传的有两份，都是以前的${label}`,
        data: { date: TODAY },
        facts: {
          documents: [
            { kind, uploadedOn: before },
            { kind, uploadedOn: addDays(TODAY, -9) },
          ],
        },
        seen: { 上传日期: before, 登记日期: TODAY },
      },
    );
  });

const TODAY = '2026-06-01';

/** Of `notInFuture`: what has not happened yet can't be recorded; today can. */
export const notInFutureExamples = <Context>({ proves }: Proofs<Context>, fields: readonly string[]): Example<Context>[] =>
  fields.flatMap((field) =>
    proves(
      `date.${field}-not-in-future`,
      { passes: '登记今天的日期', data: { [field]: TODAY }, facts: { today: TODAY } },
      { passes: '登记昨天的日期', data: { [field]: addDays(TODAY, -1) }, facts: { today: TODAY } },
      { passes: '没有填写日期：由表单检查', data: {} },
      { fails: '登记明天的日期', data: { [field]: addDays(TODAY, 1) }, facts: { today: TODAY }, says: `${addDays(TODAY, 1)}晚于今天${TODAY}` },
    ),
  );

/** One date and the one it follows, as the ground has them or as `context` says. */
export interface Order<Context, On extends string = string> {
  on: On;
  field: string;
  label: string;
  earlier: string;
  /** The earlier day. */
  day: IsoDate;
  context?: DeepPartial<Context>;
  /** A case in which the earlier step has left no date. */
  without?: DeepPartial<Context>;
  after?: string;
}

/** Of `notBefore`. */
export const orderExamples = <Context, Catalog extends EventCatalog>(
  { provesAt }: Proofs<Context>,
  events: Catalog,
  orders: readonly Order<Context, keyof Catalog & string>[],
): Example<Context>[] =>
  orders.flatMap(({ on, field, label, earlier, day, context, without, after = 'in-order' }) => {
    const given = context ? { context } : {};
    const step = events[on]!.label;
    return provesAt(
      on,
      `date.${field}-${after}`,
      { passes: `${step}：${label}与${earlier}同日`, ...given, data: { [field]: day } },
      { fails: `${step}：${label}比${earlier}早一天`, ...given, data: { [field]: addDays(day, -1) }, says: `${label}${addDays(day, -1)}早于${earlier}${day}` },
      { passes: `${step}：没有填写${label}，由表单检查`, ...given, data: {} },
      ...(without ? [{ passes: `${step}：没有${earlier}，不作比较`, context: without, data: { [field]: '2020-01-01' } }] : []),
    );
  });

/** Of `endorsedFirst`. */
export const endorsementExamples = <Context extends { endorsedOn: IsoDate | null }>({ proves }: Proofs<Context>): Example<Context>[] => {
  const endorsed =
    (endorsedOn: IsoDate | null) =>
    (usual: Context): Context => ({ ...usual, endorsedOn });
  const under = (supervisingUnitId: string | null) => ({ unit: { supervisingUnitId } });
  return proves(
    'endorsement.first',
    { passes: '下属单位，主管部门已经同意', facts: under('health'), context: endorsed('2025-03-03'), seen: { 主管部门审核日期: '2025-03-03' } },
    { passes: '没有主管部门的单位：不需要', facts: under(null), context: endorsed(null) },
    { fails: '下属单位，主管部门尚未同意', facts: under('health'), context: endorsed(null), says: '主管部门尚未审核同意', seen: { 主管部门审核日期: null } },
  );
};

const related = (unit: Partial<CaseUnit>, status: Related['status'] = 'active'): Related =>
  relatedCase({
    number: 'XM-2026-0009',
    procedure: 'project',
    status,
    unit: { id: 'elsewhere', name: '另一单位', kind: 'department', creditCode: '', supervisingUnitId: null, ...unit },
  });

/** Of `projectOurs`. */
export const projectOursExamples = <Context>({ provesAt }: Proofs<Context>, on: string, declared: object): Example<Context>[] => {
  const data = { ...declared, projectId: 'XM-2026-0009' };
  const unit = { id: 'county-hospital', supervisingUnitId: 'health' };
  const found = (...project: Related[]) => ({ unit, related: { project } });
  return provesAt(
    on,
    projectOurs,
    { passes: '没有关联项目', data: declared, looks: [] },
    {
      passes: '关联本单位的项目',
      data,
      facts: found(related({ id: 'county-hospital' })),
      looks: [{ as: 'project', procedure: 'project', id: 'XM-2026-0009' }],
      seen: { 项目: 'XM-2026-0009' },
    },
    { passes: '关联主管部门的项目', data, facts: found(related({ id: 'health' })) },
    { passes: '关联下属单位的项目', data, facts: found(related({ supervisingUnitId: 'county-hospital' })) },
    { passes: '关联的项目已经闭环', data, facts: found(related({ id: 'county-hospital' }, 'closed')) },
    { fails: '没有这个项目', data, facts: found(), says: '没有登记', seen: { 项目: 'XM-2026-0009', 情况: '没有登记，或者不属于本单位和本系统' } },
    { fails: '别的单位的项目：不告知是否存在', data, facts: found(related({})), says: '没有登记，或者不属于' },
    {
      fails: '没有主管部门的单位关联另一个没有主管部门的单位的项目',
      data,
      facts: { unit: { ...unit, supervisingUnitId: null }, related: { project: [related({})] } },
    },
    {
      fails: '关联的项目已经终止',
      data,
      facts: found(related({ id: 'county-hospital' }, 'terminated')),
      says: '已经终止',
      seen: { 项目: 'XM-2026-0009', 情况: '已经终止' },
    },
  );
};
