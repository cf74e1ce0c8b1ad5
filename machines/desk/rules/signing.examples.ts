import type { ActSituation } from '#machines/kit/law/procedure.js';
import type { Example } from '#machines/kit/testing/example.js';
import type { ActDesk, ActGround } from '../testing/ground.js';

export function signingExamples(desk: ActDesk, ground: ActGround): Example<ActSituation>[] {
  const { askedNotTwice, informedKnown, signatureMine, signerAsked, signersAllowed, signersKnown, signersNotApplicant } = desk;
  const { answered, asked, bureau, facts, given, ours, preparing, proves, wait, withdrawn } = ground;
  return [
    ...proves(
      signersKnown,
      given({ passes: '单位、岗位、人员都有人收', data: { to: ['unit:health', 'role:archives', 'user:finance'] } }),
      given({ fails: '单位和岗位都没有人', data: { to: ['unit:health', 'unit:nowhere', 'role:admiral'] }, says: '找不到：“unit:nowhere”、“role:admiral”' }),
    ),
    ...proves(
      informedKnown,
      given({ passes: '抄送的单位有人收', data: { to: ['unit:audit'] } }),
      given({ fails: '抄送的人员不存在', data: { to: ['user:nobody'] }, says: 'user:nobody' }),
    ),
    ...proves(
      signersAllowed,
      given({ passes: '征求外单位和同事的意见', data: { to: ['unit:health', 'user:office-deputy'] } }),
      given({ fails: '征求的对象包括自己', data: { to: ['unit:health', 'user:office'] } }),
    ),
    ...proves(
      signersNotApplicant,
      given({ passes: '征求其他单位的意见', data: { to: ['unit:health', 'user:finance', 'role:archives'] } }),
      given({ passes: '申报单位在自己的环节征求同事的意见', data: { to: ['unit:health', 'user:health-deputy'] }, facts: ours }, {}, [preparing]),
      given({
        passes: '没有加签的环节由本人办理：由另一条规则答复',
        data: { to: ['unit:education'] },
        facts: { ...facts, actor: { principals: ['user:finance'] } },
      }),
      given({ passes: '没有这个人员：由另一条规则答复', data: { to: ['user:nobody'] } }),
      given({ fails: '向申报单位加签', data: { to: ['unit:health', 'unit:education'] }, says: '县教体局是申报单位', seen: { 申报单位: '县教体局' } }),
      given({ fails: '向申报单位的人员加签', data: { to: ['user:education'] }, seen: { 申报单位: '县教体局' } }),
      given({
        fails: '单位编号不在名录，仍是申报单位',
        data: { to: ['unit:gone'] },
        facts: { actor: bureau, unit: { id: 'gone', name: '撤并单位' } },
        says: '撤并单位',
      }),
    ),
    ...proves(
      askedNotTwice,
      given({ passes: '没有征求过', data: { to: ['unit:health'] } }),
      given({ passes: '征求过，已经答复', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', answered)] }),
      given({ passes: '征求过，已经减签', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', withdrawn)] }),
      given({ passes: '另一部门征求过同一方的意见', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', { from: 'role:finance' })] }),
      given({ passes: '在另一环节征求过', data: { to: ['unit:health'] } }, { signers: [asked('3-1', 'unit:health', { state: 'elsewhere' })] }),
      given(
        {
          fails: '指明的环节征求过',
          data: { to: ['unit:finance'], state: 'ours' },
          facts: { ...ours, actor: { ...ours.actor, principals: ['unit:health', 'role:office'] } },
        },
        { signers: [asked('3-1', 'unit:finance', { state: 'ours', party: 'applicant', from: 'unit:health' })] },
        [wait, preparing],
      ),
      given(
        { fails: '征求过，尚未答复', data: { to: ['unit:finance', 'unit:health'] }, says: '已经在征求意见：县卫健委' },
        { signers: [asked('3-1', 'unit:health')] },
      ),
      given(
        { fails: '两方都征求过，尚未答复：一并指出', data: { to: ['unit:health', 'role:finance'] }, says: '县卫健委、县财政局' },
        { signers: [asked('3-1', 'unit:health'), asked('3-2', 'role:finance')] },
      ),
    ),
    ...proves(
      signerAsked,
      given({ passes: '减去尚未答复的加签', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:health')] }),
      given(
        { passes: '一项已经答复，减去另一项', data: { signer: '3-2' } },
        { signers: [asked('3-1', 'unit:health', answered), asked('3-2', 'unit:finance')] },
      ),
      given(
        { fails: '加签已经答复', data: { signer: '3-1' }, says: '3-1' },
        { signers: [asked('3-1', 'unit:health', answered), asked('3-2', 'unit:finance')] },
      ),
      given({ fails: '没有这个加签', data: { signer: '9-9' } }),
    ),
    ...proves(
      signatureMine,
      given({ passes: '不填编号：答复最早的一项', data: {} }, { signers: [asked('3-1', 'user:office')] }),
      given({ passes: '答复第二项', data: { signer: '4-1' } }, { signers: [asked('3-1', 'user:office'), asked('4-1', 'unit:office')] }),
      given(
        { fails: '向别人征求的', data: { signer: '3-1' }, says: '3-1', seen: { 加签编号: '3-1' } },
        { signers: [asked('3-1', 'unit:health'), asked('4-1', 'unit:office')] },
      ),
      given({ fails: '已经答复', data: { signer: '3-1' } }, { signers: [asked('3-1', 'unit:office', answered)] }),
    ),
  ];
}
