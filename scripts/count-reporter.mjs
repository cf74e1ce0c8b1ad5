// Hands the counts of a Jest run to scripts/test.ts. JavaScript because Jest loads reporters without transforming them.
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  onRunComplete(_contexts, results) {
    const target = process.env.BIHUAN_TEST_COUNTS;
    if (!target) return;
    // A suite that could not even be loaded has no failed test of its own; it still failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    writeFileSync(target, JSON.stringify({ passed: results.numPassedTests, failed }));
  }
}
