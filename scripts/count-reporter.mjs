// Hands the counts of a Jest run to scripts/test.ts. It is JavaScript because Jest loads reporters without transforming
// them.
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  onRunComplete(_contexts, results) {
    const target = process.env.BIHUAN_TEST_COUNTS;
    if (!target) return;
    // A suite that could not be loaded has no failed test, but it has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    writeFileSync(target, JSON.stringify({ passed: results.numPassedTests, failed }));
  }
}
