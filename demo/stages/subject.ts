import type { IsoDate } from '#machines/kit/words/dates.js';
import type { Fen } from '#machines/kit/words/money.js';
import { BUREAU } from '../office-days.js';
import type { Step } from '../step.js';

export const LARGE: Fen = 500_000_000;

export interface Subject {
  unit: string;
  /** The department above the unit. */
  superior?: string | undefined;
  fen: Fen;
  /** Tells whether its design goes to city and province. */
  upper: boolean;
  supplier: { name: string; creditCode: string };
  designer: { name: string; creditCode: string };
  /** Its number in plans and lists. */
  no: number;
}

/** The department above the unit lets a paper go on, where there is one. */
export const endorsedBy =
  (superior: string | undefined) =>
  (on: IsoDate): Step[] =>
    superior ? [{ on, by: superior, send: 'endorse', data: { opinion: '同意' } }] : [];

export const published = (send: 'publishApproval' | 'publishAcceptance', on: IsoDate): Step => ({
  on,
  by: BUREAU,
  send,
  data: { publishedOn: on, where: '县人民政府门户网站' },
});
