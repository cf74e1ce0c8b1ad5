import type { Related } from '../case/relation.js';
import { sealed, type Inside } from '../case/view.js';

/** What an example says of another case. */
export type Told = Pick<Related, 'number' | 'procedure' | 'unit'> & Partial<Omit<Related, 'inside'> & Inside<unknown>>;

/** Returns another case as a rule finds it, of the first version by default. What is not given stays unknown. */
export const relatedCase = ({ context = null, states = [], ...told }: Told): Related => ({
  id: told.number,
  title: '',
  status: 'active',
  stage: null,
  label: '',
  version: 1,
  ...told,
  inside: sealed({ context, states }),
});
