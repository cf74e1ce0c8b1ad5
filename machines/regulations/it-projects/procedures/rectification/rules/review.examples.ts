import { EMPTY_DESK } from '#machines/kit/case/desk.js';
import { lifted, measure, proves } from '../testing/ground.js';
import { nothingInForce, ordererSpeaks, replyAwaited } from './review.js';

const supervisor = { actor: { unitId: 'supervisor', principals: ['unit:supervisor', 'role:supervisor', 'user:supervisor'] } };
const holder = { actor: { unitId: 'data-bureau', principals: ['unit:data-bureau', 'user:clerk'] } };
const takenOver = {
  desk: {
    ...EMPTY_DESK,
    assignments: [
      {
        kind: 'transfer' as const,
        state: 'open.review.reviewing',
        party: 'dataBureau',
        from: 'role:data-bureau',
        to: 'user:clerk',
        by: 'data-bureau',
        on: '2026-06-01',
        reason: '请办',
      },
    ],
  },
};
const due = (dueOn: string | null, name = 'correctionReply') => ({ deadlines: [{ name, dueOn }] });

export const reviewExamples = [
  ...proves(
    ordererSpeaks,
    { passes: '县数据资源管理局责令、由其复核', seen: { 责令单位: '县数据资源管理局' } },
    { fails: '县数据资源管理局责令，县政府督查复核', facts: supervisor, says: '由县数据资源管理局责令' },
    { passes: '县政府督查责令、由其复核', context: { orderedBy: 'supervisor' }, facts: supervisor, seen: { 责令单位: '县政府督查' } },
    { fails: '县政府督查责令，县数据资源管理局复核', context: { orderedBy: 'supervisor' }, says: '由县政府督查责令' },
    { passes: '转办给本单位人员：由接手人复核', facts: { ...holder, ...takenOver } },
    { fails: '没有转办的人员', facts: holder },
  ),
  ...proves(
    replyAwaited,
    { passes: '没有退回补正' },
    { passes: '只有复核期限在走', facts: due('2026-06-30', 'rectificationReview') },
    { fails: '补正期限最后一天：还要等', facts: due('2026-06-01'), says: '补正期限到2026-06-01', earliest: '2026-06-02', seen: { 补正期限: '2026-06-01' } },
    { passes: '补正期限届满次日：可以认定不合格', facts: due('2026-05-31') },
    { passes: '补正没有期限', facts: due(null) },
  ),
  ...proves(
    nothingInForce,
    { passes: '没有处置' },
    { passes: '只有通报批评', context: { measures: [measure('criticism')] } },
    { passes: '暂缓已解除', context: { measures: [lifted('deferral')] } },
    { fails: '暂缓尚未解除', context: { measures: [measure('deferral')] } },
    { fails: '暂停尚未解除', context: { measures: [lifted('deferral'), measure('suspension')] } },
  ),
];
