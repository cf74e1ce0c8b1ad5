import { existsSync } from 'node:fs';

// machines/ passes its tests also where it stands alone.
const alone = !existsSync(new URL('src', import.meta.url));

export const common = {
  testEnvironment: 'node',
  // `#machines/*` and `#src/*` are the sources, as package.json's `imports` say.
  testEnvironmentOptions: { customExportConditions: ['bihuan-sources', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const server = {
  ...common,
  displayName: 'server',
  testMatch: ['src', 'test', 'scripts'].map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
  testPathIgnorePatterns: ['<rootDir>/test/external/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  maxWorkers: 2,
  // A busy machine is no reason to fail.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
  projects: [
    // The law alone: no database, no server, seconds.
    { ...common, displayName: 'machines', testMatch: ['<rootDir>/machines/**/*.spec.ts'] },
    ...(alone ? [] : [server]),
  ],
};
