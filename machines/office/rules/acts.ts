import type { ActSituation } from '../../kit/act.js';
import { openSigners } from '../../kit/desk.js';
import { nameOfPrincipal } from '../../kit/directory.js';
import type { Facts } from '../../kit/facts.js';
import { principleRules } from '../../kit/procedure-rules.js';
import { no, rule, verdict, yes, type Rule } from '../../kit/rule.js';

type ActRule<Data> = Rule<ActSituation, Data>;
const actRule = <Data>(definition: ActRule<Data>): ActRule<Data> => rule(definition);

const known = (principal: string, { directory }: Facts): boolean => {
  const [kind, id = ''] = principal.split(':', 2);
  if (kind === 'unit') return directory.units.has(id);
  if (kind === 'user') return directory.people.has(id);
  return [...directory.people.values()].some((p) => p.principals.includes(principal));
};

export const assigneeKnown = actRule<{ to: string }>({
  id: 'office.assignee-known', clause: '2.6.2', holds: '接手的人是在用的账号',
  says: (seen) => `没有可以接手的人员：${String(seen['人员'])}`, remedy: '请填写在用账号的人员编号', about: 'event',
  judge: ({ data, facts }) => verdict(facts.directory.people.has(data.to), { 人员: data.to }),
});

/** A power belongs to the office: it may change hands inside, not leave it. */
export const sameOffice = actRule<{ to: string }>({
  id: 'office.same-office', clause: '2.6.2', holds: '转办给本单位的人员',
  says: (seen) => `${String(seen['接手人'])}不是本单位人员，不能转办`, remedy: '请转办给本单位人员；需要外单位协助的，请委派或者加签', about: 'event',
  judge: ({ data, facts }) => {
    const person = facts.directory.people.get(data.to);
    return person === undefined ? yes() : verdict(person.unitId === facts.actor.unitId && person.id !== facts.actor.userId, { 接手人: person.name });
  },
});

export const assigneeAllowed = actRule<{ to: string }>({
  id: 'office.assignee-not-own-case', clause: '2.6.2', holds: '接手的人可以办理申报单位的事项',
  says: (seen) => `${String(seen['接手人'])}属于申报单位，不能审查本单位的事项`, remedy: '请另选人员', about: 'event',
  judge: ({ data, facts }) => {
    const person = facts.directory.people.get(data.to);
    const own = person?.unitId === facts.unit.id && facts.actor.unitId !== facts.unit.id;
    return own ? no({ 接手人: person!.name }) : yes();
  },
});

const allKnown = (id: string, holds: string) => actRule<{ to: readonly string[] }>({
  id, clause: '2.6.2', holds, says: (seen) => `找不到：${String(seen['找不到'])}`, remedy: '请核对单位、岗位或人员编号', about: 'event',
  judge: ({ data, facts }) => {
    const missing = data.to.filter((p) => !known(p, facts));
    return missing.length === 0 ? yes() : no({ 找不到: missing.join('、') });
  },
});

export const signersKnown = allKnown('office.signers-known', '加签的对象都能收到');
export const informedKnown = allKnown('office.informed-known', '抄送的对象都能收到');

export const signersAllowed = actRule<{ to: readonly string[] }>({
  id: 'office.signers-not-self', clause: '2.6.2', holds: '加签征求别人的意见',
  says: '不能向自己加签', remedy: '请直接办理', about: 'event',
  judge: ({ data, facts }) => verdict(!data.to.some((p) => facts.actor.principals.includes(p))),
});

export const askedNotTwice = actRule<{ to: readonly string[] }>({
  id: 'office.signers-once', clause: '2.6.2', holds: '没有重复征求同一方的意见',
  says: (seen) => `已经在征求意见：${String(seen['重复'])}`, remedy: '请等待答复', about: 'event',
  judge: ({ context, data, facts }) => {
    const open = new Set(openSigners(context.desk).map((s) => s.principal));
    const twice = data.to.filter((p) => open.has(p));
    return twice.length === 0 ? yes() : no({ 重复: twice.map((p) => nameOfPrincipal(p, facts.directory)).join('、') });
  },
});

export const signerAsked = actRule<{ signer: string }>({
  id: 'office.signer-asked', clause: '2.6.2', holds: '要减的加签尚未答复',
  says: (seen) => `没有尚未答复的加签：${String(seen['加签编号'])}`, remedy: '已经答复的意见不能撤销', about: 'event',
  judge: ({ context, data }) => verdict(openSigners(context.desk).some((s) => s.id === data.signer), { 加签编号: data.signer }),
});

export const documentHere = actRule<{ document?: string; documents?: readonly string[] }>({
  id: 'office.document-here', clause: '2.6.2', holds: '所附的材料已上传到本案件',
  says: (seen) => `本案件没有这份材料：${String(seen['材料'])}`, remedy: '请先上传材料', about: 'event',
  judge: ({ data, facts }) => {
    const missing = [...(data.documents ?? []), ...(data.document ? [data.document] : [])].filter((id) => !facts.documents.some((d) => d.id === id));
    return missing.length === 0 ? yes() : no({ 材料: missing.join('、') });
  },
});

/** 不得、必备、未经…不予 leave no room; only 原则上 and 一般 do. */
export const exceptionPossible = actRule<{ rule: string }>({
  id: 'office.exception-possible', clause: '2.6.2', holds: '规则属于“原则上”一类，可以批准例外',
  says: (seen) => `规则${String(seen['规则'])}不是“原则上”的要求，不能批准例外`, remedy: '请按规定办理', about: 'event',
  judge: ({ context, data }) => verdict(principleRules(context.procedure).has(data.rule), { 规则: data.rule }),
});
