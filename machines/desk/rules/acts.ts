import { openDelegations, openSigners, turnsOf } from '#machines/kit/case/desk.js';
import { officeOf, type Facts } from '#machines/kit/case/facts.js';
import type { ActSituation, Procedure } from '#machines/kit/law/procedure.js';
import { no, rule, verdict, yes, type Rule } from '#machines/kit/law/rule.js';
import { statesOf } from '#machines/kit/read/describe.js';
import { principleRules, rulesOf } from '#machines/kit/read/rules-of.js';
import { nameOfPrincipal, unitBehind } from '#machines/kit/words/directory.js';
import { askedOf, delegatedTo, given, judges, placeOf, samePlace, waitsOf } from '../arranged.js';

type ActRule<Data> = Rule<ActSituation, Data>;
export const actRule = <Data>(definition: ActRule<Data>): ActRule<Data> => rule(definition);

/** A unit or a role that nobody holds would leave the message lying. */
export const known = (principal: string, { directory }: Facts): boolean =>
  [...directory.people.values()].some((p) => p.principals.includes(principal));

export const assigneeKnown = actRule<{ to: string }>({
  id: 'office.assignee-known',
  clause: '2.6.2',
  holds: '接手的人是在用的账号',
  says: (seen) => `没有可以接手的人员：${String(seen['人员'])}`,
  remedy: '请填写在用账号的人员编号',
  about: 'event',
  judge: ({ data, facts }) => verdict(facts.directory.people.has(data.to), { 人员: data.to }),
});

/** A step that is named must be one's own: arranging another one by mistake would surprise everybody. */
export const ownStep = actRule<{ state?: string | undefined }>({
  id: 'office.own-step',
  clause: '2.6.2',
  holds: '所指的环节由本人办理',
  says: (seen) => `环节“${String(seen['环节'])}”现在不由您办理`,
  remedy: '请核对环节，或者不填，按本人的待办环节办理',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const { state } = data;
    if (state === undefined || waitsOf(context, facts).some((w) => w.state === state)) return yes();
    return no({ 环节: statesOf(context.procedure).find((s) => s.path === state)?.label ?? state });
  },
});

export const assigneeOther = actRule<{ to: string }>({
  id: 'office.assignee-other',
  clause: '2.6.2',
  holds: '交给别人办理',
  says: '不能交给自己办理',
  remedy: '请直接办理',
  about: 'event',
  judge: ({ data, facts }) => verdict(data.to !== facts.actor.userId),
});

export const delegatedOnce = actRule<{ to: string; state?: string | undefined }>({
  id: 'office.delegated-once',
  clause: '2.6.2',
  holds: '没有重复委派同一人',
  says: (seen) => `已经委派给${String(seen['受委派人'])}，尚未回复`,
  remedy: '请等待回复，或者收回后再委派',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const place = placeOf(context, facts, data.state);
    const twice = openDelegations(context.desk).some((a) => a.to === `user:${data.to}` && samePlace(a, place));
    return twice ? no({ 受委派人: nameOfPrincipal(`user:${data.to}`, facts.directory) }) : yes();
  },
});

export const givenToThem = actRule<{ from?: string | undefined }>({
  id: 'office.given-to-them',
  clause: '2.6.2',
  holds: '要收回的事项已交给该人员办理',
  says: (seen) => `没有可以从${String(seen['人员'])}收回的事项`,
  remedy: '请核对人员；已经回复的委派不能收回',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const { from } = data;
    return from === undefined
      ? yes()
      : verdict(given(context, facts, from).length > 0, { 人员: nameOfPrincipal(`user:${from}`, facts.directory) });
  },
});

/** A power belongs to the office: it may change hands inside, not leave it. Whoever stands in for somebody works for that person's office. */
export const sameOffice = actRule<{ to: string }>({
  id: 'office.same-office',
  clause: '2.6.2',
  holds: '转办给本单位的人员',
  says: (seen) => `${String(seen['接手人'])}不是本单位人员，不能转办`,
  remedy: '请转办给本单位人员；需要外单位协助的，请委派或者加签',
  about: 'event',
  judge: ({ data, facts }) => {
    const person = facts.directory.people.get(data.to);
    return person === undefined ? yes() : verdict(person.unitId === officeOf(facts.actor), { 接手人: person.name });
  },
});

export const assigneeAllowed = actRule<{ to: string; state?: string | undefined }>({
  id: 'office.assignee-not-own-case',
  clause: '2.6.2',
  holds: '接手的人可以办理申报单位的事项',
  says: (seen) => `${String(seen['接手人'])}属于申报单位，不能审查本单位的事项`,
  remedy: '请另选人员；本单位自己的事项，请办理回避',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const person = facts.directory.people.get(data.to);
    const own = person?.unitId === facts.unit.id && judges(context, placeOf(context, facts, data.state));
    return own ? no({ 接手人: person!.name }) : yes();
  },
});

const allKnown = (id: string, holds: string) =>
  actRule<{ to: readonly string[] }>({
    id,
    clause: '2.6.2',
    holds,
    says: (seen) => `找不到：${String(seen['找不到'])}`,
    remedy: '请核对单位、岗位或人员编号',
    about: 'event',
    judge: ({ data, facts }) => {
      const missing = data.to.filter((p) => !known(p, facts));
      return missing.length === 0 ? yes() : no({ 找不到: missing.join('、') });
    },
  });

export const signersKnown = allKnown('office.signers-known', '加签的对象都能收到');
export const informedKnown = allKnown('office.informed-known', '抄送的对象都能收到');

export const signersAllowed = actRule<{ to: readonly string[] }>({
  id: 'office.signers-not-self',
  clause: '2.6.2',
  holds: '加签征求别人的意见',
  says: '不能向自己加签',
  remedy: '请直接办理',
  about: 'event',
  judge: ({ data, facts }) => verdict(!data.to.some((p) => facts.actor.principals.includes(p))),
});

/** Who asked for something is no judge of it, nor is anybody of that unit. */
export const signersNotApplicant = actRule<{ to: readonly string[]; state?: string | undefined }>({
  id: 'office.signers-not-applicant',
  clause: '2.6.2',
  holds: '审查时不向申报单位征求意见',
  says: (seen) => `${String(seen['申报单位'])}是申报单位，不能会签本单位的事项`,
  remedy: '需要申报单位说明的，请退回补正',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const { unit, directory } = facts;
    return verdict(
      !data.to.some((p) => unitBehind(p, directory) === unit.id) ||
        !judges(context, placeOf(context, facts, data.state)),
      { 申报单位: unit.name },
    );
  },
});

export const askedNotTwice = actRule<{ to: readonly string[]; state?: string | undefined }>({
  id: 'office.signers-once',
  clause: '2.6.2',
  holds: '没有重复征求同一方的意见',
  says: (seen) => `已经在征求意见：${String(seen['重复'])}`,
  remedy: '请等待答复',
  about: 'event',
  judge: ({ context, data, facts }) => {
    const place = placeOf(context, facts, data.state);
    const open = new Set(
      openSigners(context.desk)
        .filter((s) => samePlace(s, place))
        .map((s) => s.principal),
    );
    const twice = data.to.filter((p) => open.has(p));
    return twice.length === 0 ? yes() : no({ 重复: twice.map((p) => nameOfPrincipal(p, facts.directory)).join('、') });
  },
});

export const signerAsked = actRule<{ signer: string }>({
  id: 'office.signer-asked',
  clause: '2.6.2',
  holds: '要减的加签尚未答复',
  says: (seen) => `没有尚未答复的加签：${String(seen['加签编号'])}`,
  remedy: '已经答复的意见不能撤销',
  about: 'event',
  judge: ({ context, data }) =>
    verdict(
      openSigners(context.desk).some((s) => s.id === data.signer),
      { 加签编号: data.signer },
    ),
});

export const signatureMine = actRule<{ signer?: string | undefined }>({
  id: 'office.signature-mine',
  clause: '2.6.2',
  holds: '所答复的加签是向本人征求的',
  says: (seen) => `没有向您征求、尚未答复的加签：${String(seen['加签编号'])}`,
  remedy: '请核对加签编号，或者不填，按最早的一项答复',
  about: 'event',
  judge: ({ context, data: { signer }, facts }) =>
    verdict(askedOf(context, facts, signer) !== undefined, { 加签编号: signer ?? null }),
});

export const delegationMine = actRule<{ delegation?: string | undefined }>({
  id: 'office.delegation-mine',
  clause: '2.6.2',
  holds: '所回复的委派是交给本人的',
  says: (seen) => `没有交给您、尚未回复的委派：${String(seen['委派编号'])}`,
  remedy: '请核对委派编号，或者不填，按最早的一项回复',
  about: 'event',
  judge: ({ context, data: { delegation }, facts }) =>
    verdict(delegatedTo(context, facts, delegation) !== undefined, { 委派编号: delegation ?? null }),
});

export const documentHere = actRule<{ document?: string; documents?: readonly string[] }>({
  id: 'office.document-here',
  clause: '2.6.2',
  holds: '所附的材料已上传到本案件',
  says: (seen) => `本案件没有这份材料：${String(seen['材料'])}`,
  remedy: '请先上传材料',
  about: 'event',
  judge: ({ data, facts }) => {
    const missing = [...(data.documents ?? []), ...(data.document ? [data.document] : [])].filter(
      (id) => !facts.documents.some((d) => d.id === id),
    );
    return missing.length === 0 ? yes() : no({ 材料: missing.join('、') });
  },
});

export const exceptionDated = actRule<{ date: string }>({
  id: 'office.exception-dated',
  clause: '2.6.2',
  holds: '依据文件已经印发',
  says: (seen) => `依据文件日期${String(seen['日期'])}晚于今天${String(seen['今天'])}`,
  remedy: '请核对文件日期',
  about: 'event',
  judge: ({ data, facts }) => verdict(data.date <= facts.today, { 日期: data.date, 今天: facts.today }),
});

/** What a rule demands, in words. */
export const statementOf = (procedure: Procedure, id: string): string =>
  rulesOf(procedure).find((r) => r.id === id)?.holds ?? id;

/** 不得、必备、未经…不予 leave no room; only 原则上 and 一般 do. */
export const exceptionPossible = actRule<{ rule: string }>({
  id: 'office.exception-possible',
  clause: '2.6.2',
  holds: '规则属于“原则上”一类，可以批准例外',
  says: (seen) => `“${String(seen['要求'])}”不是“原则上”的要求，不能批准例外`,
  remedy: '请按规定办理；规则编号见不能办理时的答复',
  about: 'event',
  judge: ({ context, data }) =>
    verdict(principleRules(context.procedure).has(data.rule), {
      规则: data.rule,
      要求: statementOf(context.procedure, data.rule),
    }),
});

export const exceptionOnce = actRule<{ rule: string }>({
  id: 'office.exception-once',
  clause: '2.6.2',
  holds: '这条规则还没有批准过例外',
  says: (seen) => `这条规则已凭${String(seen['文号'])}批准例外`,
  remedy: '不必再次批准',
  about: 'event',
  judge: ({ context, data }) => {
    const granted = context.desk.exceptions.find((e) => e.rule === data.rule);
    return granted ? no({ 文号: granted.number }) : yes();
  },
});

/** The same words again on the same day only make people stop reading. */
export const urgedOnce = actRule<unknown>({
  id: 'office.urged-once',
  clause: '2.6.1a',
  holds: '今天还没有催办过现在的办理人',
  says: (seen) => `今天已经催办过${String(seen['办理人'])}`,
  remedy: '请明天再催办，或者直接联系',
  about: 'case',
  judge: ({ context, facts }) => {
    const waiting = turnsOf(context.waits, context.desk).filter((p) => !facts.actor.principals.includes(p));
    const urged = context.desk.urges.some(
      (u) => u.by === facts.actor.userId && u.on === facts.today && waiting.every((p) => u.to.includes(p)),
    );
    return urged ? no({ 办理人: waiting.map((p) => nameOfPrincipal(p, facts.directory)).join('、') }) : yes();
  },
});
