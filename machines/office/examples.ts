import { addDays, type IsoDate } from '../kit/dates.js';
import { EMPTY_DESK, type Assignment, type Desk, type Signer } from '../kit/desk.js';
import type { EventCatalog } from '../kit/events.js';
import type { DocumentDefinition } from '../kit/procedure.js';
import type { DeepPartial, Example, proofs } from '../kit/testing/example.js';
import { delegationReported, lastStepOurs, notOwnCase, signersAnswered } from './rules/decisions.js';

/** Examples of the common rules, for the proofs of any procedure. They bring along all they speak of, so they hold on any ground. */

type Proofs<Context> = ReturnType<typeof proofs<Context>>;

const signer: Signer = { id: '3-1', principal: 'unit:health', state: 'here', by: 'data-bureau', on: '2025-03-03', question: '请提出意见' };
const answered: Signer = { ...signer, id: '3-2', principal: 'unit:education', opinion: { agrees: false, text: '不同意', by: 'education', on: '2025-03-04', documents: [] } };
const removed: Signer = { ...signer, id: '3-3', principal: 'unit:finance', withdrawn: { by: 'data-bureau', on: '2025-03-04', reason: '不再征求' } };

const delegated: Assignment = {
  kind: 'delegate', state: 'here', party: 'dataBureau', from: 'role:data-bureau', to: 'user:data-bureau-deputy', by: 'data-bureau', on: '2025-03-03', reason: '请核对',
};
const desk = (change: Partial<Desk>): { desk: Desk } => ({ desk: { ...EMPTY_DESK, ...change } });
const asked = (...signers: Signer[]) => desk({ signers });
const assigned = (...assignments: Assignment[]) => desk({ assignments });

/** Of the rules in `office/rules/decisions.ts`: for every procedure with a step that `decides`. */
export const decisionExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] => [
  ...proves(notOwnCase,
    { passes: '办理人属于另一单位', facts: { unit: { id: 'education', name: '县教体局' }, actor: { unitId: 'data-bureau', name: '县数据资源管理局' } }, seen: { 办理人: '县数据资源管理局', 申报单位: '县教体局' } },
    { fails: '本单位申报、本单位决定：回避', facts: { unit: { id: 'data-bureau', name: '县数据资源管理局' }, actor: { unitId: 'data-bureau', name: '第二经办人' } }, says: ['第二经办人', '县数据资源管理局'], seen: { 办理人: '第二经办人', 申报单位: '县数据资源管理局' } },
  ),
  ...proves(signersAnswered,
    { passes: '没有加签', facts: asked() },
    { passes: '加签已答复，不同意也是答复', facts: asked(answered) },
    { passes: '加签已减去', facts: asked(removed) },
    { fails: '加签尚未答复', facts: asked(answered, signer), says: '县卫健委', seen: { 未答复: '县卫健委' } },
    { fails: '两方尚未答复：一并指出', facts: asked(signer, { ...signer, id: '3-4', principal: 'role:finance' }), seen: { 未答复: '县卫健委、县财政局' } },
  ),
  ...proves(delegationReported,
    { passes: '没有委派', facts: assigned() },
    { passes: '委派已回复', facts: assigned({ ...delegated, report: { text: '已核对', on: '2025-03-04' } }) },
    { passes: '已转办：接手人自己决定', facts: assigned({ ...delegated, kind: 'transfer' }) },
    { fails: '委派尚未回复', facts: assigned(delegated), says: '县数据资源管理局第二经办人', seen: { 受委派人: '县数据资源管理局第二经办人' } },
    { fails: '委派给两人、均未回复：一并指出', facts: assigned(delegated, { ...delegated, to: 'user:health' }), seen: { 受委派人: '县数据资源管理局第二经办人、县卫健委' } },
  ),
];

const last = (unitId: string | null) => desk({ last: { type: 'submit', userId: 'health', unitId, seq: 2 } });
const we = { unitId: 'health' };

/** Of `lastStepOurs`: for every procedure in which a submission can be taken back (撤回). */
export const recallExamples = <Context>({ proves }: Proofs<Context>): Example<Context>[] =>
  proves(lastStepOurs,
    { passes: '提交之后没有人办理', facts: { actor: we, ...last('health') }, seen: { 最后办理单位: '县卫健委' } },
    { passes: '本单位另一经办人提交的：也可以撤回', facts: { actor: { ...we, userId: 'health-deputy' }, ...last('health') } },
    { fails: '其他单位已经办理', facts: { actor: we, ...last('data-bureau') }, says: '已由县数据资源管理局办理', seen: { 最后办理单位: '县数据资源管理局' } },
    { fails: '已经办理的单位后来撤销', facts: { actor: we, ...last('former-office') }, seen: { 最后办理单位: 'former-office' } },
    { fails: '最后办理的人不属于任何单位', facts: { actor: we, ...last(null) }, says: '其他人员', seen: { 最后办理单位: '其他人员' } },
    { fails: '撤回的人和最后办理的人都不属于任何单位', facts: { actor: { unitId: null }, ...last(null) } },
    { fails: '还没有任何办理', facts: { actor: we, ...desk({}) } },
  );

/** Of `attachedOf`: each document that a step asks for, whatever else has been uploaded. */
export const attachmentExamples = <Context, K extends string>({ proves }: Proofs<Context>, documents: Readonly<Record<K, DocumentDefinition>>, kinds: readonly K[]): Example<Context>[] =>
  kinds.flatMap((kind) => {
    const { label } = documents[kind];
    return proves(`document.${kind}`,
      { passes: `已上传${label}`, facts: { documents: [kind] }, seen: { [label]: 1 } },
      { passes: `${label}有两份`, facts: { documents: [kind, 'unasked', kind] }, seen: { [label]: 2 } },
      { fails: `只上传了其他材料，缺${label}`, facts: { documents: ['unasked'] }, says: `缺少${label}`, seen: { [label]: 0 } },
    );
  });

const TODAY = '2026-06-01';

/** Of `notInFuture`: what has not happened yet can't be recorded; today can. */
export const notInFutureExamples = <Context>({ proves }: Proofs<Context>, fields: readonly string[]): Example<Context>[] =>
  fields.flatMap((field) => proves(`date.${field}-not-in-future`,
    { passes: '登记今天的日期', data: { [field]: TODAY }, facts: { today: TODAY } },
    { passes: '登记昨天的日期', data: { [field]: addDays(TODAY, -1) }, facts: { today: TODAY } },
    { passes: '没有填写日期：由表单检查', data: {} },
    { fails: '登记明天的日期', data: { [field]: addDays(TODAY, 1) }, facts: { today: TODAY }, says: `${addDays(TODAY, 1)}晚于今天${TODAY}` },
  ));

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
  { provesAt }: Proofs<Context>, events: Catalog, orders: readonly Order<Context, keyof Catalog & string>[],
): Example<Context>[] =>
  orders.flatMap(({ on, field, label, earlier, day, context, without, after = 'in-order' }) => {
    const given = context ? { context } : {};
    const step = events[on]!.label;
    return provesAt(on, `date.${field}-${after}`,
      { passes: `${step}：${label}与${earlier}同日`, ...given, data: { [field]: day } },
      { fails: `${step}：${label}比${earlier}早一天`, ...given, data: { [field]: addDays(day, -1) }, says: `${label}${addDays(day, -1)}早于${earlier}${day}` },
      { passes: `${step}：没有填写${label}，由表单检查`, ...given, data: {} },
      ...(without ? [{ passes: `${step}：没有${earlier}，不作比较`, context: without, data: { [field]: '2020-01-01' } }] : []),
    );
  });
