import { groundOf, proofs } from '#machines/kit/testing/example.js';
import { units, world } from '../../../testing/world.js';
import type { NeedContext } from '../context.js';
import type { Declaration } from '../declaration.js';

export const own = proofs<NeedContext>();

export const declared: Declaration = { title: '便民服务大厅自助终端', content: '群众自助打印证明', classified: false, target: 'health' };

/** A need on which nothing is wrong: the department has agreed, and the bureau is about to confirm. */
const context: NeedContext = {
  papers: [],
  declaration: declared,
  target: 'health',
  answer: { unit: 'health', agrees: true, text: '纳入基层卫生信息系统', on: '2026-01-12' },
  earlier: [],
  takenUp: null,
};

export const ground = groundOf(context, world, { today: '2026-01-14', by: 'data-bureau', unit: units['rongcheng-town']! });
