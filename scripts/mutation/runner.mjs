// A test runner for Stryker: judges all examples of all rules in one process, in milliseconds. Jest would start anew for every mutant.
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { Law } from './law.mjs';

const switches = (globalThis.__stryker__ ??= {});

class RuleRunner {
  #law = new Law(process.cwd());
  #reread = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  dryRun() {
    const result = this.#run(() => true);
    return { ...result, mutantCoverage: switches.mutantCoverage };
  }

  mutantRun({ activeMutant, mutantActivation, sandboxFileName, testFilter, hitLimit }) {
    // What the last mutant has left behind.
    if (this.#reread) this.#law.forget(this.#reread);
    this.#reread = mutantActivation === 'static' ? sandboxFileName : null;
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (this.#reread) this.#law.forget(sandboxFileName);
    else this.#checks();
    Object.assign(switches, {
      activeMutant: activeMutant.id,
      hitCount: hitLimit === undefined ? undefined : 0,
      hitLimit,
    });
    const chosen = testFilter && new Set(testFilter);
    const result = this.#run((id) => !chosen || chosen.has(id), true);
    switches.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(switches.hitCount, hitLimit) ?? result);
  }

  #checks() {
    return this.#law
      .load('machines/proof/all.ts')
      .proofOfRules()
      .flatMap(({ procedure, checks }) => checks.map((check) => ({ ...check, id: `${procedure}: ${check.name}` })));
  }

  /** With `bail` the first problem is enough. */
  #run(chosen, bail = false) {
    const tests = [];
    try {
      for (const { id, problems } of this.#checks().filter((check) => chosen(check.id))) {
        const test = { id, name: id, ...judged(id, problems) };
        tests.push(test);
        if (bail && test.status === TestStatus.Failed) break;
      }
    } catch (error) {
      tests.push({
        id: 'load',
        name: 'the law can be read',
        timeSpentMs: 0,
        status: TestStatus.Failed,
        failureMessage: String(error),
      });
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

function judged(id, problems) {
  const start = performance.now();
  switches.currentTestId = id;
  let found;
  try {
    found = problems();
  } catch (error) {
    found = [String(error)];
  }
  switches.currentTestId = undefined;
  const timeSpentMs = performance.now() - start;
  return found.length === 0
    ? { status: TestStatus.Success, timeSpentMs }
    : { status: TestStatus.Failed, timeSpentMs, failureMessage: found.join('\n') };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'rules', () => new RuleRunner())];
