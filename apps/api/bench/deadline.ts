import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareSaves } from './compare-saves.ts';
import { ceilingText, enduranceText, stormText } from './deadline-report.ts';
import { measureEndurance } from './endurance.ts';
import { seededRandom } from './random.ts';
import { measureStorm } from './sign-in-storm.ts';

const USAGE = `usage: pnpm bench:deadline [--only ceiling,endurance,storm] [--seconds N] [--rounds N] [--seed N] [--no-directus] [--write]
  ceiling    durable cell saves a second beside a bare server and Directus: N seconds each a round (default 5), 5 rounds
  endurance  the last day with kills; N seconds (default 1800)
  storm      sign-ins beside saves; N seconds of storm (default 60)
  --write    puts the results at their place in docs/benchmarks.md`;
const PAGE = new URL('../../../docs/benchmarks.md', import.meta.url);
const PARTS = ['ceiling', 'endurance', 'storm'] as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '20261122' },
    'no-directus': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const began = performance.now();
function say(line: string): void {
  process.stdout.write(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s] ${line}\n`);
}

/** A folder of its own for each part; PostgreSQL runs as another user when this one is root. */
async function inFolder<Result>(work: (dataDir: string) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'junheng-deadline-'));
  chmodSync(dataDir, 0o755);
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function machine(): string {
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${new Date().toISOString().slice(0, 10)}; ${cpus()[0]?.model ?? 'processor unknown'}, ${cpus().length} cores, ${memory} GiB; Node ${process.versions.node}, PostgreSQL 18.4 embedded, fsync on; seed ${values.seed}; load of the machine at the end ${load}.`;
}

async function write(part: string, text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const from = `<!-- deadline: ${part} -->`;
  const to = `<!-- end of deadline: ${part} -->`;
  const start = page.indexOf(from);
  const end = page.indexOf(to);
  if (start < 0 || end < 0) throw new Error(`docs/benchmarks.md has no place for ${part}`);
  await writeFile(PAGE, `${page.slice(0, start)}${from}\n\n${text}\n\n${page.slice(end)}`);
}

async function run(part: (typeof PARTS)[number]): Promise<{ readonly text: string; readonly failed: boolean }> {
  const random = seededRandom(Number(values.seed));
  const seconds = (otherwise: number) => Number(values.seconds ?? otherwise);
  switch (part) {
    case 'ceiling': {
      const options = { rounds: Number(values.rounds), seconds: seconds(5), directus: !values['no-directus'] };
      return {
        text: ceilingText(await inFolder((dataDir) => compareSaves(dataDir, options, random, say)), machine()),
        failed: false,
      };
    }
    case 'endurance': {
      const result = await inFolder((dataDir) => measureEndurance(dataDir, seconds(1800), random, say));
      const faults = [...result.rows.lost, ...result.rows.doubled];
      for (const fault of faults.slice(0, 50)) say(`FAULT ${fault}`);
      return { text: enduranceText(result, machine()), failed: faults.length > 0 };
    }
    case 'storm':
      return {
        text: stormText(await inFolder((dataDir) => measureStorm(dataDir, seconds(60), random, say)), machine()),
        failed: false,
      };
    default: {
      const exhaustive: never = part;
      return exhaustive;
    }
  }
}

const wanted = values.only.split(',');
if (values.help || wanted.some((name) => !PARTS.some((part) => part === name))) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 64);
}
for (const part of PARTS) {
  if (!wanted.includes(part)) continue;
  say(`Part: ${part}`);
  const { text, failed } = await run(part);
  process.stdout.write(`\n${text}\n\n`);
  if (values.write) await write(part, text);
  if (failed) process.exitCode = 1;
}
