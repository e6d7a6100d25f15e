import { readdir, readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { startFile, tests } from './jest-in-process.mjs';

// Stryker's Jest runner starts Jest for every mutant, which takes a hundred times as long as the tests that kill it. Here the tests are
// loaded once, and a mutant is a switch in the code: only one that runs while modules are loaded needs a new process, which Stryker starts.

/** What the instrumented code and Stryker talk through. */
const stryker = (globalThis.__stryker__ ??= {});
const folder = process.env['MUTATION_FOLDER'];
const status = { success: 0, failed: 1 };

// The same values in every run, so that a mutant that is killed stays killed; and no shrinking: one failure is enough.
fc.configureGlobal({ seed: 20170419, endOnFailure: true });

class InProcessRunner {
  #loaded = false;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    await this.#load();
    const results = [];
    for (const each of tests) {
      stryker.currentTestId = each.name;
      const start = performance.now();
      const failure = await failureOf(each);
      const common = { id: each.name, name: each.name, fileName: each.file, timeSpentMs: performance.now() - start };
      results.push(
        failure === null
          ? { ...common, status: status.success }
          : { ...common, status: status.failed, failureMessage: failure },
      );
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id;
    try {
      await this.#load();
    } catch (error) {
      // A module that cannot be loaded fails every test.
      return { status: 'killed', killedBy: [tests[0]?.name ?? 'loading'], failureMessage: String(error), nrOfTests: 0 };
    }
    stryker.activeMutant = activeMutant.id;
    const asked = testFilter === undefined ? tests : tests.filter((each) => testFilter.includes(each.name));
    let nrOfTests = 0;
    for (const each of asked) {
      nrOfTests += 1;
      const failure = await failureOf(each);
      if (hitLimit !== undefined && stryker.hitCount > hitLimit)
        return { status: 'timeout', reason: 'a loop without end' };
      if (failure !== null) return { status: 'killed', killedBy: [each.name], failureMessage: failure, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /** Only the tests beside the code: what they do not notice is not tested where people look for it. */
  async #load() {
    if (this.#loaded) return;
    this.#loaded = true;
    register('./typescript-hooks.mjs', import.meta.url);
    // Stryker starts this process in its copy of the package.
    for (const file of await testFiles(resolve('src', folder))) {
      startFile(file);
      await import(pathToFileURL(file).href);
    }
  }
}

/** Examples before properties, which take longest: most mutants need only examples. */
async function testFiles(folder) {
  const names = (await readdir(folder)).filter((each) => each.endsWith('.test.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const hasProperties = (name) => texts[names.indexOf(name)].includes("from 'fast-check'");
  return [...names.filter((name) => !hasProperties(name)), ...names.filter(hasProperties)].map((name) =>
    join(folder, name),
  );
}

async function failureOf({ body }) {
  try {
    await body();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
