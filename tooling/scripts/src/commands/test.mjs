import { TEST_USAGE, parseTest } from '../arguments.mjs';
import { PlainFailure } from '../plain-failure.mjs';
import { installPackages } from '../pnpm.mjs';
import { progressTo } from '../progress.mjs';
import { NONE } from '../test-counts.mjs';
import { summary, totals } from '../test-summary.mjs';
import { STEPS } from '../test-steps.mjs';

/** Runs one step; what it throws is shown and makes the step fail, so that the steps after it still run. */
async function record(title, work) {
  const began = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    console.error(error instanceof PlainFailure ? `${error.detail}\n${error.message}` : error);
    result = { status: 1 };
  }
  const { status, counts = NONE } = result;
  return { title, seconds: (performance.now() - began) / 1000, failed: status !== 0 || counts.failed > 0, counts };
}

/** Steps that mostly wait run beside those that come before them; the run waits for each in its place. */
function beginEarly(steps, progress) {
  const names = steps.filter((name) => STEPS[name].beside === true);
  return new Map(names.map((name) => [name, record(STEPS[name].title, () => STEPS[name].run(progress, []))]));
}

/** `npm test`: every check, in an order in which the cheap ones speak first. */
export async function run(argv) {
  const { help, steps, patterns } = parseTest(argv);
  if (help) {
    console.log(TEST_USAGE);
    return 0;
  }
  const progress = progressTo(process.stdout);
  const install = async () => {
    await installPackages(progress);
    return { status: 0 };
  };
  const records = [await record('install', install)];
  const early = records[0].failed ? new Map() : beginEarly(steps, progress);
  for (const name of steps) {
    if (records[0].failed) break;
    // The browser needs the built server.
    if (name === 'browser' && records.some(({ title, failed }) => title === STEPS.build.title && failed)) continue;
    progress.say(`Step ${steps.indexOf(name) + 1} of ${steps.length}: ${STEPS[name].title}`);
    records.push(await (early.get(name) ?? record(STEPS[name].title, () => STEPS[name].run(progress, patterns))));
    progress.say(`${STEPS[name].title}: ${records.at(-1).failed ? 'FAILED' : 'passed'}`);
  }
  console.log(summary(records, performance.now() / 1000));
  return totals(records).failed === 0 ? 0 : 1;
}
