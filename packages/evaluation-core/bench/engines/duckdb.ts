import type { Engine } from '../engine.ts';
import { timed } from '../engine.ts';
import { loadPeer, peerVersions } from '../peers.ts';
import type { WorkloadSize } from '../workload.ts';
import { generate, indicators, stageRules, width } from '../workload.ts';
import { interleaved } from './stage-tables.ts';
import type { StageTableResults } from './stage-tables.ts';

// What is used of @duckdb/node-api. `items` is a view of the engine's memory: its fastest way out, nothing is boxed.
interface Vector {
  readonly items: Column;
}
interface Chunk {
  readonly rowCount: number;
  readonly columnCount: number;
  getColumnVector(index: number): Vector;
}
interface Connection {
  run(sql: string): Promise<{ fetchAllChunks(): Promise<readonly Chunk[]> }>;
  createAppender(table: string): Promise<{ appendInteger(value: number): void; endRow(): void; closeSync(): void }>;
  closeSync(): void;
}
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

const each = Array.from({ length: indicators }, (_, indicator) => indicator);

/** Two tables in memory, two passes in SQL: the means first, then the deviations from them. All cores. */
export async function openDuckDb(size: WorkloadSize): Promise<Engine> {
  const { DuckDBInstance } = loadPeer('@duckdb/node-api') as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = each.map((i) => `x${i} INTEGER NOT NULL`).join(', ');
  for (const stage of [0, 1])
    await connection.run(`CREATE TABLE stage${stage} (cs INTEGER NOT NULL, p INTEGER NOT NULL, ${columns})`);
  const appenders = [await connection.createAppender('stage0'), await connection.createAppender('stage1')];
  generate(size, (countyStage, stage, rows, numbers) => {
    const appender = appenders[stage];
    for (let row = 0; row < rows; row += 1) {
      appender?.appendInteger(countyStage);
      for (let lane = 0; lane < width; lane += 1) appender?.appendInteger(numbers[row * width + lane] ?? 0);
      appender?.endRow();
    }
  });
  for (const appender of appenders) appender.closeSync();
  let last: readonly StageTableResults[] = [];
  return {
    version: peerVersions['@duckdb/node-api'],
    run: () =>
      timed(async () => {
        last = [await evaluateStage(connection, 0), await evaluateStage(connection, 1)];
      }),
    results: () => Promise.resolve(interleaved(last, size)),
    close: () => Promise.resolve(connection.closeSync()),
  };
}

async function evaluateStage(connection: Connection, stage: number): Promise<StageTableResults> {
  const masks = await read(
    connection,
    `SELECT ${mask(stage, 'reach')}::UTINYINT, ${mask(stage, 'floor')}::UTINYINT FROM stage${stage}`,
  );
  const countyStages = await read(connection, countyStageQuery(stage));
  const column = (index: number) => countyStages[index] ?? new Float64Array();
  return {
    means: each.map((i) => column(i)),
    cvs: each.map((i) => column(indicators + i)),
    passCounts: column(2 * indicators),
    verdicts: column(2 * indicators + 1),
    reached: masks[0] ?? [],
    aboveFloor: masks[1] ?? [],
  };
}

/** Thresholds by cross-multiplication; in doubles, which are exact here and faster than its checked 64-bit integers. */
function mask(stage: number, limit: 'reach' | 'floor'): string {
  const set = stageRules[stage]?.thresholdSets[0];
  return `(${each.map((i) => `CASE WHEN x${i}::DOUBLE * ${set?.times[i]} >= ${set?.[limit][i]} * p::DOUBLE THEN ${2 ** i} ELSE 0 END`).join(' + ')})`;
}

function countyStageQuery(stage: number): string {
  const means = each.map((i) => `sum(x${i})::DOUBLE / sum(p) AS m${i}`).join(', ');
  const cv = (i: number) =>
    `sqrt(sum((x${i} - m${i} * p) * (x${i} - m${i} * p) / p) / sum(p)) / any_value(m${i}) AS cv${i}`;
  const limits = stageRules[stage]?.cvLimits.map(
    (limit, i) => `cv${i} <= ${(limit?.numerator ?? 1) / (limit?.denominator ?? 1)}`,
  );
  return `
    WITH means AS (SELECT cs, ${means} FROM stage${stage} GROUP BY cs),
    judged AS (
      SELECT cs, count(*) AS n, ${each.map((i) => `any_value(m${i}) AS mean${i}`).join(', ')}, ${each.map(cv).join(', ')},
        count(*) FILTER (WHERE bit_count(${mask(stage, 'reach')}::INTEGER) >= 6 AND ${mask(stage, 'floor')} = 127)::INTEGER AS passed
      FROM stage${stage} JOIN means USING (cs) GROUP BY cs)
    SELECT ${each.map((i) => `mean${i}`).join(', ')}, ${each.map((i) => `cv${i}`).join(', ')}, passed,
      (CASE WHEN passed = n AND ${limits?.join(' AND ')} THEN 1 ELSE 0 END)::UTINYINT
    FROM judged ORDER BY cs`;
}

type Column = Float64Array | Int32Array | Uint8Array;

/** All chunks of a result as one typed array per column. */
async function read(connection: Connection, sql: string): Promise<readonly Column[]> {
  const chunks = await (await connection.run(sql)).fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns: Column[] = [];
  let at = 0;
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.columnCount; index += 1) {
      const { items } = chunk.getColumnVector(index);
      const column = columns[index] ?? sameKind(items, rows);
      column.set(items.subarray(0, chunk.rowCount), at);
      columns[index] = column;
    }
    at += chunk.rowCount;
  }
  return columns;
}

function sameKind(items: Column, length: number): Column {
  if (items instanceof Float64Array) return new Float64Array(length);
  return items instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}
