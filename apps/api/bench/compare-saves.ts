import { startBare, type Peer } from './bare-peer.ts';
import { measureSaves, type Measured } from './ceiling.ts';
import { installDirectus, startDirectus } from './directus-peer.ts';
import { median } from './latencies.ts';
import { prepareSchools } from './load-schools.ts';
import { ourSavers } from './our-peer.ts';
import { processorMilliseconds } from './process-time.ts';
import { postmasterOf, startProduct } from './product.ts';
import type { Saver } from './saver.ts';

/** Connections, as many as schools. */
const CONNECTIONS = 32;
const OURS = 'ours, one county';

export interface CeilingRow {
  readonly name: string;
  readonly savesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time a save costs: of the server, and of PostgreSQL. */
  readonly serverMilliseconds: number;
  readonly databaseMilliseconds: number;
  /** How many times as many saves ours does, in one county: the median of the rounds. */
  readonly oursOver: number;
}

export interface CeilingResult {
  readonly rounds: number;
  readonly secondsEach: number;
  readonly rows: readonly CeilingRow[];
  /** Why Directus was left out. */
  readonly skipped: string | null;
}

interface Contender {
  readonly name: string;
  readonly pid: number;
  readonly savers: readonly Saver[];
}

type Sample = Measured & { readonly serverMilliseconds: number; readonly databaseMilliseconds: number };

/** All servers on one PostgreSQL, one after another in every round, so that what else the machine does disturbs all of them. */
export async function compareSaves(
  dataDir: string,
  options: { readonly rounds: number; readonly seconds: number; readonly directus: boolean },
  random: () => number,
  say: (line: string) => void,
): Promise<CeilingResult> {
  const product = await startProduct(dataDir);
  const peers: Peer[] = [];
  let skipped: string | null = options.directus ? null : 'not asked for';
  try {
    say(`Preparing ${CONNECTIONS * 2} schools in ${CONNECTIONS} counties …`);
    const one = Array.from({ length: CONNECTIONS - 1 }, () => 1);
    const schools = await prepareSchools(product, [CONNECTIONS + 1, ...one]);
    const oneCounty = schools.slice(0, CONNECTIONS);
    const contenders: Contender[] = [
      { name: OURS, pid: product.pid, savers: ourSavers(product, oneCounty, random) },
      { name: 'ours, 32 counties', pid: product.pid, savers: ourSavers(product, schools.slice(CONNECTIONS), random) },
    ];
    const bare = await startBare(product, oneCounty);
    peers.push(bare);
    contenders.push({ name: 'bare Fastify + pg', pid: bare.pid, savers: bare.savers });
    if (options.directus) {
      say('Installing Directus 11.1.2, the first time for some minutes …');
      skipped = await installDirectus();
      if (skipped === null) {
        try {
          const directus = await startDirectus(product, oneCounty);
          peers.push(directus);
          contenders.push({ name: 'Directus 11.1.2', pid: directus.pid, savers: directus.savers });
        } catch (error) {
          skipped = error instanceof Error ? error.message : String(error);
        }
      }
      if (skipped !== null) say(`Directus is left out: ${skipped}`);
    }
    const samples = new Map<string, Sample[]>();
    const measure = async ({ name, pid, savers }: Contender, keep: boolean) => {
      const database = [postmasterOf(dataDir)];
      const before = [processorMilliseconds([pid]), processorMilliseconds(database)] as const;
      const measured = await measureSaves(savers, options.seconds);
      const saves = measured.savesPerSecond * options.seconds;
      const sample: Sample = {
        ...measured,
        serverMilliseconds: (processorMilliseconds([pid]) - before[0]) / saves,
        databaseMilliseconds: (processorMilliseconds(database) - before[1]) / saves,
      };
      say(
        `${keep ? '' : 'warm-up, '}${name}: ${sample.savesPerSecond.toFixed(0)} saves/s, p99 ${sample.p99.toFixed(0)} ms`,
      );
      if (keep) samples.set(name, [...(samples.get(name) ?? []), sample]);
    };
    for (let round = 0; round <= options.rounds; round += 1) {
      for (const contender of contenders) await measure(contender, round > 0);
    }
    for (const { savers } of contenders) for (const saver of savers) await saver.close();
    return { rounds: options.rounds, secondsEach: options.seconds, rows: rowsOf(samples), skipped };
  } finally {
    for (const peer of peers) await peer.stop();
    await product.stop();
  }
}

function rowsOf(samples: ReadonlyMap<string, readonly Sample[]>): readonly CeilingRow[] {
  const ours = samples.get(OURS) ?? [];
  return [...samples].map(([name, own]) => ({
    name,
    savesPerSecond: median(own.map(({ savesPerSecond }) => savesPerSecond)),
    p50: median(own.map(({ p50 }) => p50)),
    p99: median(own.map(({ p99 }) => p99)),
    serverMilliseconds: median(own.map(({ serverMilliseconds }) => serverMilliseconds)),
    databaseMilliseconds: median(own.map(({ databaseMilliseconds }) => databaseMilliseconds)),
    oursOver: median(
      own.map(({ savesPerSecond }, round) => (ours[round]?.savesPerSecond ?? Number.NaN) / savesPerSecond),
    ),
  }));
}
