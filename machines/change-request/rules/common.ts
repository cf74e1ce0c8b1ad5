import { attachedOf } from '../../office/rules/common.js';
import { documents } from '../documents.js';

export { notInFuture, parameter } from '../../office/rules/common.js';

export const attached = attachedOf(documents);
