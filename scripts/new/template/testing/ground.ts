import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { units, world } from '#machines/regulations/it-projects/testing/world.js';
import type { SampleRequestContext } from '../context.js';
import type { Declaration } from '../declaration.js';

export const own = proofs<SampleRequestContext>();

export const TODAY = '2026-01-14';
export const declared: Declaration = { title: '一项申请', content: '内容如附件', neededOn: '2026-03-02' };

/** A case on which nothing is wrong: the bureau is about to decide. */
const context: SampleRequestContext = { declaration: declared, decided: null };

export const ground = groundOf(context, world, { today: TODAY, by: 'data-bureau', unit: units.education! });
