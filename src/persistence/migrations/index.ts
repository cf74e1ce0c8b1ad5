import { Calendar0000000000002 } from './0002-calendar.js';
import { Identity0000000000003 } from './0003-identity.js';

/** Every migration, oldest first. Only ever add at the end: what has run somewhere is never changed. */
export const migrations = [Calendar0000000000002, Identity0000000000003];
