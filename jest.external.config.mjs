import everything, { common } from './jest.config.mjs';

// Needs DATABASE_URL and REDIS_URL: npm run test:external.
export default {
  ...everything,
  projects: [{ ...common, displayName: 'external', testMatch: ['<rootDir>/test/external/**/*.spec.ts'] }],
};
