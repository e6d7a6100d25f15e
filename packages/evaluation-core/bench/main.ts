import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBulk } from './bulk.ts';
import { measureDecimals } from './decimal-js.ts';
import { measureExactness } from './exactness.ts';
import { measureExplanation } from './explanation.ts';
import { measureOneCell, schools } from './one-cell.ts';
import { installPeers } from './peers.ts';
import { runAsMarkdown, withRun } from './report.ts';
import { nationalSize, sizeFor } from './workload.ts';

const { values } = parseArgs({
  options: {
    /** County-stages of the workload, instead of the nation's ten years. */
    counties: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    /** Engines of the workload by name, with commas; both of ours always run. */
    only: { type: 'string', default: '' },
    /** Counties built exactly on a limit. */
    limits: { type: 'string', default: '100000' },
    /** Puts the run into docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const size = values.counties === undefined ? nationalSize : sizeFor(Number(values.counties));
const only = values.only === '' ? [] : values.only.split(',');
const rounds = Number(values.rounds);

const problem = await installPeers();
if (problem !== null) say(`The engines to compare with could not be installed: ${problem}`);
const bulk = await measureBulk({ size, rounds, only, say });
say('one CV in decimals');
const decimals = measureDecimals();
say('one cell of a county');
const oneCell = measureOneCell();
say('counties on a limit');
const exactness = measureExactness(Number(values.limits));
say('explanations');
const explanation = measureExplanation(schools);

const markdown = runAsMarkdown({ size, rounds, bulk, decimals, oneCell, exactness, explanation });
process.stdout.write(`${markdown}\n`);
if (values.write) {
  const page = resolve('../../docs/benchmarks.md');
  await writeFile(page, withRun(await readFile(page, 'utf8'), markdown));
}
if (exactness.flips > 0) throw new Error(`${exactness.flips} decisions on a limit are wrong`);
