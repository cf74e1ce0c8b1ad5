import type { Facts } from '#machines/kit/case/facts.js';
import type { ActSituation } from '#machines/kit/law/procedure.js';
import { text } from '#machines/kit/words/fields.js';
import type { Principal } from '#machines/kit/words/party.js';
import { waitsOf } from '../arranged.js';

/** The schema pieces of which acts are made. */

export const person = text(64).meta({ description: '人员编号' });
export const principal = text(80)
  .regex(/^(unit|role|user):.+$/, '应为 unit:单位编号、role:岗位 或 user:人员编号')
  .meta({ description: '单位、岗位或人员' });
export const state = text(200).optional().meta({ description: '对应的环节；不填为本人的第一个待办环节' });
export const mineToArrange = {
  by: '当前办理人',
  may: (situation: ActSituation, facts: Facts): boolean => waitsOf(situation, facts).length > 0,
};

export const informs = (to: readonly Principal[], kind: '待办' | '待阅', sentence: string, urgent = false) =>
  [...new Set(to)].map((p) => ({ kind, to: p, text: sentence, urgent }));
