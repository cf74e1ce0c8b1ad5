import { CREATION } from '#machines/kit/testing/example.js';
import { declared, own, TODAY } from '../testing/ground.js';
import { neededAhead } from './request.js';

const { provesAt } = own;

export const requestExamples = [
  ...provesAt(
    CREATION,
    neededAhead,
    { passes: '当日就需要', data: { ...declared, neededOn: TODAY }, seen: { 需要日期: TODAY } },
    { fails: '需要日期已经过去一天', data: { ...declared, neededOn: '2026-01-13' }, says: '需要日期2026-01-13早于登记当日' },
  ),
];
