import { setTimeout as wait } from 'node:timers/promises';
import { readFrom, submitInto, typeInto, type LoadContext } from './endurance-load.ts';
import { Latencies } from './latencies.ts';
import { prepareSchools } from './load-schools.ts';
import { startProduct } from './product.ts';
import { countRows, type RowCount } from './stored-rows.ts';

export interface EnduranceResult {
  readonly seconds: number;
  readonly kind: readonly {
    readonly name: 'saves' | 'submits' | 'reads';
    readonly wanted: number;
    readonly achieved: number;
    readonly p50: number;
    readonly p95: number;
  }[];
  readonly troubles: { readonly dropped: number; readonly duplicates: number; readonly retries: number };
  readonly restarts: readonly string[];
  readonly rows: RowCount;
}

const RATES = { saves: 100, submits: 5, reads: 50 } as const;
const TYPING = 120;
const SUBMITTING = 20;
const READERS = 20;
const COUNTIES = 10;

/**
 * The last day, shortened: saves, submits and reads at fixed rates while connections drop, requests come twice, the server is killed
 * once, and once together with PostgreSQL. Then the rows are counted.
 */
export async function measureEndurance(
  dataDir: string,
  seconds: number,
  random: () => number,
  say: (line: string) => void,
): Promise<EnduranceResult> {
  let product = await startProduct(dataDir);
  const { address } = product;
  try {
    say(`Preparing ${TYPING + SUBMITTING} schools in ${COUNTIES} counties …`);
    const each = (TYPING + SUBMITTING) / COUNTIES;
    const schools = await prepareSchools(
      product,
      Array.from({ length: COUNTIES }, () => each),
    );
    // Of each county some submit and the others type.
    const submitting = schools.filter((_school, index) => index % (TYPING / SUBMITTING + 1) === 0);
    const typing = schools.filter((school) => !submitting.includes(school));
    const began = performance.now();
    const troubles = { dropped: 0, duplicates: 0, retries: 0 };
    const context: LoadContext = { address, random, endAt: began + seconds * 1000, troubles };
    const latencies = { saves: new Latencies(), submits: new Latencies(), reads: new Latencies() };
    const every = (people: number, rate: number) => (people / rate) * 1000;
    const heartbeat = setInterval(() => {
      const left = Math.max(0, Math.round((context.endAt - performance.now()) / 1000));
      say(
        `${latencies.saves.count} saves, ${latencies.submits.count} submits, ${latencies.reads.count} reads; ${left} s left`,
      );
    }, 10_000);
    const restarts: string[] = [];
    const killTwice = async () => {
      for (const withDatabase of [false, true]) {
        await wait((seconds * 1000) / 3);
        await product.kill({ withDatabase });
        const down = performance.now();
        product = await startProduct(dataDir, { port: Number(new URL(address).port) });
        const what = withDatabase ? 'server and PostgreSQL killed' : 'server killed';
        restarts.push(`${what}, back after ${((performance.now() - down) / 1000).toFixed(1)} s`);
        say(restarts.at(-1) ?? '');
      }
    };
    try {
      const [typed, moved] = await Promise.all([
        Promise.all(
          typing.map((school) => typeInto(context, school, every(typing.length, RATES.saves), latencies.saves)),
        ),
        Promise.all(
          submitting.map((school) =>
            submitInto(context, school, every(submitting.length, RATES.submits), latencies.submits),
          ),
        ),
        Promise.all(
          Array.from({ length: READERS }, () =>
            readFrom(context, schools, every(READERS, RATES.reads), latencies.reads),
          ),
        ),
        killTwice(),
      ]);
      const took = (performance.now() - began) / 1000;
      say('Counting the rows …');
      const rows = await countRows(await product.databaseUrl(), typed, moved);
      const names = ['saves', 'submits', 'reads'] as const;
      return {
        seconds: took,
        kind: names.map((name) => ({
          name,
          wanted: RATES[name],
          achieved: latencies[name].count / took,
          p50: latencies[name].percentile(50),
          p95: latencies[name].percentile(95),
        })),
        troubles,
        restarts,
        rows,
      };
    } finally {
      clearInterval(heartbeat);
    }
  } finally {
    await product.stop();
  }
}
