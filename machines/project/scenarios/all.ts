import { largeProject } from './large-project.js';

export const stories = [largeProject];
