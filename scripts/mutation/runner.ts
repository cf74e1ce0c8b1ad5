// A test runner for Stryker: judges all examples of all rules in one process, in milliseconds. Jest would start anew for every mutant.
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
  type CompleteDryRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import type { proofOfRules } from '#machines/proof/all.js';
import { Law } from './law.js';

/** What Stryker's instrumented code reads and writes. */
const switches: InstrumenterContext = ((globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??= {});

interface NamedCheck {
  id: string;
  problems: () => readonly string[];
}

class RuleRunner implements TestRunner {
  #law = new Law(process.cwd());
  #reread: string | null = null;

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const result = this.#run(() => true);
    return { ...result, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun({
    activeMutant,
    mutantActivation,
    sandboxFileName,
    testFilter,
    hitLimit,
  }: MutantRunOptions): Promise<MutantRunResult> {
    // Removes what the last mutant has left.
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

  #checks(): NamedCheck[] {
    const proof = this.#law.load('machines/proof/all.ts') as { proofOfRules: typeof proofOfRules };
    return proof
      .proofOfRules()
      .flatMap(({ procedure, checks }) => checks.map((check) => ({ ...check, id: `${procedure}: ${check.name}` })));
  }

  /** With `bail` the first problem is enough. */
  #run(chosen: (id: string) => boolean, bail = false): CompleteDryRunResult {
    const tests: TestResult[] = [];
    try {
      for (const { id, problems } of this.#checks().filter((check) => chosen(check.id))) {
        const test = judged(id, problems);
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

function judged(id: string, problems: NamedCheck['problems']): TestResult {
  const start = performance.now();
  switches.currentTestId = id;
  let found: readonly string[];
  try {
    found = problems();
  } catch (error) {
    found = [String(error)];
  }
  switches.currentTestId = undefined;
  const timeSpentMs = performance.now() - start;
  return found.length === 0
    ? { id, name: id, status: TestStatus.Success, timeSpentMs }
    : { id, name: id, status: TestStatus.Failed, timeSpentMs, failureMessage: found.join('\n') };
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'rules', () => new RuleRunner())];
