// Mutation of the rules alone: `npm run mutation`.
export default {
  mutate: [
    'machines/**/rules/**/*.ts',
    'machines/**/rules.ts',
    'machines/regulations/*/common/{creation,endorsement,named-project}.ts',
    '!machines/**/*.examples.ts',
    '!machines/**/*.spec.ts',
  ],
  testRunner: 'rules',
  plugins: ['./scripts/mutation/runner.ts', './scripts/mutation/cures.ts'],
  ignorers: ['cures'],
  testRunnerNodeArgs: ['--conditions=bihuan-sources', '--import', 'tsx'],
  coverageAnalysis: 'perTest',
  // What the runner reads; everything else stays out of the sandbox.
  ignorePatterns: ['/*', '!/machines', '!/package.json', '*.spec.ts'],
  tempDirName: 'node_modules/.cache/stryker',
  cleanTempDir: 'always',
  concurrency: 2,
  reporters: [],
  htmlReporter: { fileName: 'node_modules/.cache/mutation.html' },
  jsonReporter: { fileName: 'node_modules/.cache/mutation.json' },
  thresholds: { high: 100, low: 95, break: 90 },
  allowConsoleColors: false,
  logLevel: 'error',
};
