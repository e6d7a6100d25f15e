import { editionById, evaluateCounty } from '@junheng/evaluation-core';
import { dataSetOf, generateProvince } from '../src/index.ts';

/**
 * Evaluates a made-up province with the core and prints schools a second; generating is not counted. Run with
 * `pnpm --filter @junheng/synthetic-county benchmark [counties] [schools]`.
 */
const [counties = 120, schools = 10_000] = process.argv.slice(2).map(Number);
const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('the edition cn-2017-quality-balance is not shipped');

const startedAt = performance.now();
let evaluating = 0;
let evaluated = 0;
let slowest = 0;
for (const county of generateProvince(1, { counties, schools })) {
  const dataSet = dataSetOf(county, 'this-year');
  const before = performance.now();
  evaluateCounty(edition, dataSet);
  const took = performance.now() - before;
  evaluating += took;
  slowest = Math.max(slowest, took);
  evaluated += dataSet.schools.length;
}
const rate = Math.round((evaluated / evaluating) * 1000);
const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
console.log(
  `${evaluated} schools of ${counties} counties evaluated in ${(evaluating / 1000).toFixed(2)} s: ${rate} schools/s; ` +
    `slowest county ${slowest.toFixed(0)} ms; with generation ${((performance.now() - startedAt) / 1000).toFixed(1)} s; ${memory} MB`,
);
