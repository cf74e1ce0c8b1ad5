import { describe, expect, it } from '@jest/globals';
import { depthFrom } from '#machines/kit/testing/depth.js';
import { allStories, brieflyIn, sampleOf } from '#machines/proof/story-sample.js';
import { checkDatabase } from '../../chaos/checker/check.js';
import { Client } from '../support/client.js';
import { delivered, momentAgo } from '../support/delivered.js';
import { startApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

const depth = depthFrom(process.env.DEPTH);
const chosen = depth
  .of(sampleOf(allStories, brieflyIn), allStories)
  .map(([id, story]) => [id, story.title, story] as const);

describe('a story, told over HTTP on a simulated clock', () => {
  it.each(chosen)(
    '%s: %s',
    async (procedure, _, story) => {
      const app = await startApp({ clock: 'simulated', clockStart: story.on });
      try {
        const id = await tellOverHttp(new Client(app.url), story.procedure ?? procedure, story);
        expect(id).toMatch(/^[0-9a-f-]{36}$/);
        await delivered(app);
        // A replay of its rows alone leads every case to where the database has it.
        expect((await checkDatabase(app.config.databaseUrl, { until: await momentAgo(app) })).findings.all).toEqual([]);
      } finally {
        await app.close();
      }
    },
    60_000,
  );
});
