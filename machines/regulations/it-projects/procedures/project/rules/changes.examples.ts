import type { ChangeRecord } from '../context.js';
import { proves } from '../testing/ground.js';
import { changeBacksIt, noChangePending } from './changes.js';

const change = (standing: ChangeRecord['standing'], number = 'BG-2026-0001'): ChangeRecord => ({
  change: `case-${number}`,
  number,
  told: 2,
  standing,
  increaseFen: 0,
  decreaseFen: 0,
  scheduleDays: 0,
  on: '2026-05-06',
  seq: 20,
});
const changes = (...list: ChangeRecord[]) => ({ context: { changes: list } });

export const changeExamples = [
  ...proves(
    noChangePending,
    { passes: '没有投资变更', seen: { 待批变更: null } },
    { passes: '变更在准备、已备案、已批准或者已终结', ...changes(change('open'), change('made'), change('approved'), change('closed')) },
    { fails: '变更待批：不能办理', ...changes(change('made'), change('pending', 'BG-2026-0002')), says: 'BG-2026-0002', seen: { 待批变更: 'BG-2026-0002' } },
    { fails: '两项变更待批：一并指出', ...changes(change('pending'), change('pending', 'BG-2026-0002')), seen: { 待批变更: 'BG-2026-0001、BG-2026-0002' } },
  ),
  ...proves(
    changeBacksIt,
    { passes: '依据已备案的自主调整', ...changes(change('made')), data: { change: 'BG-2026-0001' }, seen: { 依据: 'BG-2026-0001' } },
    { passes: '依据已批准的变更，按案件编号', ...changes(change('made', 'BG-2026-0009'), change('approved')), data: { change: 'case-BG-2026-0001' } },
    { fails: '依据的变更待批', ...changes(change('pending')), data: { change: 'BG-2026-0001' }, says: 'BG-2026-0001' },
    { fails: '依据的变更已终结', ...changes(change('closed')), data: { change: 'BG-2026-0001' } },
    { fails: '没有这项变更', ...changes(change('approved')), data: { change: 'BG-2026-0002' }, says: 'BG-2026-0002' },
    { fails: '没有任何变更', data: { change: 'BG-2026-0001' } },
  ),
];
