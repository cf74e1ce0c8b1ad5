import { actsAs } from '#machines/kit/law/machine.js';
import { byStep, byTime, outside } from '#machines/kit/law/cure.js';
import { no, verdict, yes } from '#machines/kit/law/rule.js';
import { addDays } from '#machines/kit/words/dates.js';
import { parties } from '../../../parties.js';
import { anythingInForce } from '../context.js';
import { rectificationRule } from './common.js';

/** The orderer says whether it is done, and may take the order back. */
export const ordererSpeaks = rectificationRule({
  id: 'rectification.orderer-speaks',
  clause: '2.6.3b',
  holds: '由责令整改的单位复核、撤销',
  says: (seen) => `本次整改由${String(seen['责令单位'])}责令，应由其复核、撤销`,
  remedy: '请由责令整改的单位办理；本单位有意见的，可以办理“提出意见”',
  curedBy: [outside('责令整改的单位'), byStep('leaveOpinion')],
  about: 'case',
  judge: ({ context, facts }) => {
    const { orderedBy } = context;
    return verdict(actsAs({ by: [orderedBy] }, parties, { facts, context }) !== undefined, {
      责令单位: parties[orderedBy as keyof typeof parties].label,
    });
  },
});

/** A unit that was asked to correct its report keeps the time it was given. */
export const replyAwaited = rectificationRule({
  id: 'rectification.reply-awaited',
  clause: '2.6.3b',
  holds: '没有尚未到期的补正',
  says: (seen) => `整改报告已退回补正，补正期限到${String(seen['补正期限'])}`,
  remedy: '请等待项目单位办理“补正后重新报送”，或者在补正期限届满之后办理',
  curedBy: [byTime, byStep('resubmit')],
  about: 'case',
  judge: ({ facts }) => {
    const dueOn = facts.deadlines.find((d) => d.name === 'correctionReply')?.dueOn;
    return !dueOn || facts.today > dueOn ? yes() : no({ 补正期限: dueOn }, addDays(dueOn, 1));
  },
});

export const nothingInForce = rectificationRule({
  id: 'rectification.nothing-in-force',
  clause: '2.6.3b',
  holds: '没有尚未解除的处置',
  says: '暂缓安排建设计划或者暂停项目建设尚未解除，不能撤销整改通知',
  remedy: `请先由${parties.dataBureau.label}办理“解除暂缓安排建设计划”或者“解除暂停项目建设”；整改尚未复核合格的，先办理“批准例外”再解除`,
  curedBy: [byStep('liftDeferral'), byStep('liftSuspension')],
  about: 'case',
  judge: ({ context }) => verdict(!anythingInForce(context)),
});
