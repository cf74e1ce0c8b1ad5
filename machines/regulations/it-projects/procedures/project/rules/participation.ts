import { unitNamed } from '#machines/kit/words/directory.js';
import { officeOf } from '#machines/kit/case/facts.js';
import { byDocument, byForm, byStep, NOTHING_TO_DO } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { rule } from '../../../law.js';
import { outstandingParticipants } from '../context.js';
import type { Declaration } from '../declaration.js';
import { documents } from '../documents.js';
import { projectRule } from './common.js';

/** 二(一)5: the units that build together agree together. */

export const participantsKnown = rule<unknown, Pick<Declaration, 'participants'>>({
  id: 'participation.units-known',
  clause: '2.1.5',
  holds: '参建单位是登记在册的其他单位',
  says: (seen) => `参建单位有误：${String(seen['有误'])}`,
  remedy: '请填写登记在册的单位编号，不重复，不含牵头单位自己',
  curedBy: [byForm('participants')],
  about: 'event',
  judge: ({ data, facts }) => {
    const { directory, unit } = facts;
    const wrong = data.participants.flatMap((id, i, all) => {
      const named = (what: string): string[] => [`${unitNamed(id, directory)}${what}`];
      if (!directory.units.has(id)) return named('不在单位名录中');
      if (id === unit.id) return named('就是牵头单位');
      return all.indexOf(id) === i ? [] : named('重复');
    });
    return wrong.length === 0 ? yes() : no({ 有误: wrong.join('、') });
  },
});

export const participantsConfirmed = projectRule({
  id: 'participation.confirmed',
  clause: '2.1.5',
  holds: '参建单位均已确认',
  says: (seen) => `参建单位尚未确认：${String(seen['未确认'])}`,
  remedy: '由参建单位办理“参建单位确认”；已经受理审查的，先“退回”项目单位重新编制，重新申报时由参建单位确认',
  curedBy: [byStep('confirmParticipation'), byStep('returnForCorrection')],
  about: 'case',
  judge: ({ context, facts }) => {
    const missing = outstandingParticipants(context).map((id) => unitNamed(id, facts.directory));
    return missing.length === 0 ? yes() : no({ 未确认: missing.join('、') });
  },
});

/** A unit that has agreed can't confirm again until it is asked again. */
export const notConfirmedYet = projectRule({
  id: 'participation.not-confirmed-yet',
  clause: '2.1.5',
  holds: '本单位尚未确认',
  says: (seen) => `${String(seen['单位'])}已于${String(seen['确认日期'])}确认`,
  remedy: '不必再次确认；意见有变化的，请办理“参建单位不同意”',
  curedBy: [NOTHING_TO_DO, byStep('objectParticipation')],
  about: 'case',
  judge: ({ context, facts }) => {
    // The person speaks for a unit: otherwise it would not be their step.
    const unit = officeOf(facts.actor)!;
    const on = context.participation[unit]?.on;
    return on === undefined ? yes() : no({ 单位: unitNamed(unit, facts.directory), 确认日期: on });
  },
});

export const jointlyDesigned = projectRule({
  id: 'participation.joint-scheme',
  clause: '2.1.5',
  holds: '跨部门项目已上传跨部门建设方案和初步数据资源目录',
  says: (seen) => `跨部门项目缺少：${String(seen['缺少'])}`,
  remedy: `请与参建单位共同编制“${documents.jointScheme.label}”和初步的“${documents.dataCatalogue.label}”后上传`,
  curedBy: [byDocument('jointScheme'), byDocument('dataCatalogue')],
  about: 'case',
  judge: ({ context, facts }) => {
    if (context.declaration.participants.length === 0) return yes();
    const labels = { jointScheme: '跨部门建设方案', dataCatalogue: '初步数据资源目录' } as const;
    const missing = Object.entries(labels)
      .filter(([kind]) => !facts.documents.some((d) => d.kind === kind))
      .map(([, label]) => label);
    return verdict(missing.length === 0, missing.length === 0 ? {} : { 缺少: missing.join('、') });
  },
});
