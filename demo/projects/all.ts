import { closed } from './closed.js';
import { open } from './open.js';

/** 24 projects of seven units, from 49.8万元 to 1260万元, through four years. */
export const projects = [...closed, ...open];
