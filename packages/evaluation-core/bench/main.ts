import { parseArgs } from 'node:util';
import { measureBulk } from './bulk.ts';
import { installPeers } from './peers.ts';
import { nationalSize, sizeFor } from './workload.ts';

const { values } = parseArgs({
  options: {
    /** County-stages of the workload, instead of the nation's ten years. */
    counties: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    /** Engines to run, by name, with commas. */
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const size = values.counties === undefined ? nationalSize : sizeFor(Number(values.counties));
const only = values.only === '' ? [] : values.only.split(',');

const problem = await installPeers();
if (problem !== null) say(`The engines to compare with could not be installed: ${problem}`);
const report = await measureBulk({ size, rounds: Number(values.rounds), only, say });
process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
