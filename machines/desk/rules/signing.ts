import { quoted } from '#machines/kit/words/quotation.js';
import { openSigners } from '#machines/kit/case/desk.js';
import { byForm, byStep } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { nameOfPrincipal, unitBehind } from '#machines/kit/words/directory.js';
import { askedOf, judges, placeOf, samePlace } from '../arranged.js';
import type { DeskClauses } from '../basis.js';
import { actRule, known } from './act-rule.js';

const allKnown = (clause: string, id: string, holds: string) =>
  actRule<{ to: readonly string[] }>({
    id,
    clause,
    holds,
    says: (seen) => `找不到：${quoted(seen['找不到'])}`,
    remedy: '请核对单位、岗位或人员编号',
    curedBy: [byForm('to')],
    about: 'event',
    judge: ({ data, facts }) => {
      const missing = data.to.filter((p) => !known(p, facts));
      return missing.length === 0 ? yes() : no({ 找不到: missing.join('、') });
    },
  });

/** The rules of 加签, 减签, the answers to them, and 抄送. */
export function signingRules({ responsibility: clause }: Pick<DeskClauses, 'responsibility'>) {
  return {
    signersKnown: allKnown(clause, 'office.signers-known', '加签的对象都能收到'),

    informedKnown: allKnown(clause, 'office.informed-known', '抄送的对象都能收到'),

    signersAllowed: actRule<{ to: readonly string[] }>({
      id: 'office.signers-not-self',
      clause,
      holds: '加签征求别人的意见',
      says: '不能向自己加签',
      remedy: '请另选对象；由本人办理的，直接办理即可',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ data, facts }) => verdict(!data.to.some((p) => facts.actor.principals.includes(p))),
    }),

    /** The person who asked for something is no judge of it, nor is anybody of that unit. */
    signersNotApplicant: actRule<{ to: readonly string[]; state?: string | undefined }>({
      id: 'office.signers-not-applicant',
      clause,
      holds: '审查时不向申报单位征求意见',
      says: (seen) => `${String(seen['申报单位'])}是申报单位，不能会签本单位的事项`,
      remedy: '请另选对象；需要申报单位说明的，请直接与其联系，或者退回由其补正',
      curedBy: [byForm('to')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const { unit, directory } = facts;
        return verdict(
          !data.to.some((p) => unitBehind(p, directory) === unit.id) ||
            !judges(context, placeOf(context, facts, data.state)),
          { 申报单位: unit.name },
        );
      },
    }),

    askedNotTwice: actRule<{ to: readonly string[]; state?: string | undefined }>({
      id: 'office.signers-once',
      clause,
      holds: '没有重复征求同一方的意见',
      says: (seen) => `已经在征求意见：${String(seen['重复'])}`,
      remedy: '请由对方办理“答复加签”，或者先办理“减签”再征求；也可以另选对象',
      curedBy: [byForm('to'), byStep('giveSignature'), byStep('removeSigner')],
      about: 'event',
      judge: ({ context, data, facts }) => {
        const place = placeOf(context, facts, data.state);
        const open = new Set(
          openSigners(context.desk)
            .filter((s) => samePlace(s, place))
            .map((s) => s.principal),
        );
        const twice = data.to.filter((p) => open.has(p));
        return twice.length === 0
          ? yes()
          : no({ 重复: twice.map((p) => nameOfPrincipal(p, facts.directory)).join('、') });
      },
    }),

    signerAsked: actRule<{ signer: string }>({
      id: 'office.signer-asked',
      clause,
      holds: '要减的加签尚未答复',
      says: (seen) => `没有尚未答复的加签：${String(seen['加签编号'])}`,
      remedy: '请核对加签编号；已经答复的意见不能撤销',
      curedBy: [byForm('signer')],
      about: 'event',
      judge: ({ context, data }) =>
        verdict(
          openSigners(context.desk).some((s) => s.id === data.signer),
          { 加签编号: data.signer },
        ),
    }),

    signatureMine: actRule<{ signer?: string | undefined }>({
      id: 'office.signature-mine',
      clause,
      holds: '所答复的加签是向本人征求的',
      says: (seen) => `没有向您征求、尚未答复的加签：${String(seen['加签编号'])}`,
      remedy: '请核对加签编号，或者不填，按最早的一项答复',
      curedBy: [byForm('signer')],
      about: 'event',
      judge: ({ context, data: { signer }, facts }) =>
        verdict(askedOf(context, facts, signer) !== undefined, { 加签编号: signer ?? null }),
    }),
  };
}
