import type { Engine } from '../engine.ts';
import { timed } from '../engine.ts';
import { loadPeer, peerVersions } from '../peers.ts';
import type { WorkloadSize } from '../workload.ts';
import { countyStageSizes, generate, indicators, stageRules, width } from '../workload.ts';
import { interleaved } from './stage-tables.ts';
import type { StageTableResults } from './stage-tables.ts';

// What is used of nodejs-polars.
interface Expression {
  add(other: Expression | number): Expression;
  sub(other: Expression | number): Expression;
  mul(other: Expression | number): Expression;
  div(other: Expression | number): Expression;
  gtEq(other: Expression | number): Expression;
  ltEq(other: Expression | number): Expression;
  eq(other: Expression | number): Expression;
  and(other: Expression): Expression;
  pow(exponent: number): Expression;
  cast(type: unknown): Expression;
  sum(): Expression;
  first(): Expression;
  count(): Expression;
  as(name: string): Expression;
}
interface Lazy {
  groupBy(by: string, maintainOrder?: boolean): { agg(...expressions: Expression[]): Lazy };
  join(other: Lazy, options: { on: string; how: 'inner' }): Lazy;
  withColumns(...expressions: Expression[]): Lazy;
  select(...expressions: Expression[]): Lazy;
  sort(by: string): Lazy;
  collect(): Promise<Frame>;
}
interface Frame {
  lazy(): Lazy;
  getColumn(name: string): { toTypedArray(): ArrayLike<number> };
}
interface Polars {
  DataFrame(columns: Readonly<Record<string, unknown>>): Frame;
  Series(name: string, values: ArrayLike<number>, type?: unknown): unknown;
  col(name: string): Expression;
  lit(value: number): Expression;
  readonly Float64: unknown;
  readonly Int32: unknown;
  readonly UInt8: unknown;
}

const each = Array.from({ length: indicators }, (_, indicator) => indicator);

/** Two frames, two lazy group-bys joined, masks as a projection; results as typed arrays. All cores. */
export function openPolars(size: WorkloadSize): Promise<Engine> {
  const pl = loadPeer('nodejs-polars') as Polars;
  const queries = [0, 1].map((stage) => queriesOf(pl, stageFrame(pl, size, stage), stage));
  let last: readonly StageTableResults[] = [];
  return Promise.resolve({
    version: peerVersions['nodejs-polars'],
    run: () =>
      timed(async () => {
        const results: StageTableResults[] = [];
        for (const own of queries) results.push(await evaluateStage(own));
        last = results;
      }),
    results: () => Promise.resolve(interleaved(last, size)),
    close: () => Promise.resolve(),
  });
}

function stageFrame(pl: Polars, size: WorkloadSize, stage: number): Frame {
  const sizes = countyStageSizes(size).filter((_, countyStage) => countyStage % 2 === stage);
  const columns = Array.from({ length: width + 1 }, () => new Int32Array(sizes.reduce((sum, own) => sum + own, 0)));
  let at = 0;
  generate(size, (countyStage, own, rows, numbers) => {
    if (own !== stage) return;
    for (let row = 0; row < rows; row += 1, at += 1)
      columns.forEach(
        (column, index) => (column[at] = index === 0 ? countyStage : (numbers[row * width + index - 1] ?? 0)),
      );
  });
  const names = ['cs', 'p', ...each.map((i) => `x${i}`)];
  return pl.DataFrame(
    Object.fromEntries(columns.map((column, i) => [names[i] ?? '', pl.Series(names[i] ?? '', column, pl.Int32)])),
  );
}

interface Queries {
  readonly masks: Lazy;
  readonly countyStages: Lazy;
}

/** Building expressions costs nodejs-polars a hundred milliseconds: done once, before anything is timed. */
function queriesOf(pl: Polars, frame: Frame, stage: number): Queries {
  const { col } = pl;
  const real = (name: string): Expression => col(name).cast(pl.Float64);
  const set = stageRules[stage]?.thresholdSets[0];
  const mask = (limit: 'reach' | 'floor'): Expression =>
    sumOf(
      each.map((i) =>
        real(`x${i}`)
          .mul(set?.times[i] ?? 0)
          .gtEq(real('p').mul(set?.[limit][i] ?? 0))
          .cast(pl.UInt8)
          .mul(2 ** i),
      ),
    );
  const count = sumOf(
    each.map((i) =>
      real(`x${i}`)
        .mul(set?.times[i] ?? 0)
        .gtEq(real('p').mul(set?.reach[i] ?? 0))
        .cast(pl.Int32),
    ),
  );
  const masks = frame
    .lazy()
    .select(mask('reach').cast(pl.UInt8).as('reached'), mask('floor').cast(pl.UInt8).as('above'));
  const means = frame
    .lazy()
    .groupBy('cs')
    .agg(real('p').sum().as('pn'), ...each.map((i) => real(`x${i}`).sum().div(real('p').sum()).as(`m${i}`)));
  const countyStages = frame
    .lazy()
    .join(means, { on: 'cs', how: 'inner' })
    .withColumns(
      ...each.map((i) =>
        real(`x${i}`)
          .sub(col(`m${i}`).mul(real('p')))
          .pow(2)
          .div(real('p'))
          .as(`d${i}`),
      ),
      count.gtEq(6).and(mask('floor').eq(127)).cast(pl.Int32).as('passes'),
    )
    .groupBy('cs')
    .agg(
      ...each.map((i) => col(`m${i}`).first().as(`mean${i}`)),
      ...each.map((i) =>
        col(`d${i}`)
          .sum()
          .div(col('pn').first())
          .pow(0.5)
          .div(col(`m${i}`).first())
          .as(`cv${i}`),
      ),
      col('passes').sum().as('passed'),
      col('passes').count().as('n'),
    )
    .withColumns(
      each
        .map((i) => {
          const limit = stageRules[stage]?.cvLimits[i];
          return col(`cv${i}`).ltEq((limit?.numerator ?? 1) / (limit?.denominator ?? 1));
        })
        .reduce((all, one) => all.and(one), col('passed').eq(col('n').cast(pl.Int32)))
        .cast(pl.UInt8)
        .as('verdict'),
    )
    .sort('cs');
  return { masks, countyStages };
}

async function evaluateStage(queries: Queries): Promise<StageTableResults> {
  const masks = await queries.masks.collect();
  const countyStages = await queries.countyStages.collect();
  const column = (name: string) => countyStages.getColumn(name).toTypedArray();
  return {
    means: each.map((i) => column(`mean${i}`)),
    cvs: each.map((i) => column(`cv${i}`)),
    passCounts: column('passed'),
    verdicts: column('verdict'),
    reached: masks.getColumn('reached').toTypedArray(),
    aboveFloor: masks.getColumn('above').toTypedArray(),
  };
}

function sumOf(expressions: readonly Expression[]): Expression {
  return expressions.reduce((sum, one) => sum.add(one));
}
