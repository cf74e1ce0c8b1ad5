import { describe, expect, it } from '@jest/globals';
import { stories } from '#machines/project/scenarios/all.js';
import { Client } from '../support/client.js';
import { startApp } from '../support/start-app.js';
import { tellOverHttp } from '../support/tell-over-http.js';

describe('the life of a project, told over HTTP on a simulated clock', () => {
  it.each(stories.map((s) => [s.title, s] as const))('%s', async (_, story) => {
    const app = await startApp({ clock: 'simulated', clockStart: story.on });
    try {
      const id = await tellOverHttp(new Client(app.url), 'project', story);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    } finally {
      await app.close();
    }
  }, 60_000);
});
