import type { Story } from './kit/testing/story.js';
import { stories as project } from './project/scenarios/all.js';

/** By procedure: the stories that tell it, readable by an official. They run on the pure machines and over HTTP. */
export const stories: Readonly<Record<string, readonly Story[]>> = { project };
