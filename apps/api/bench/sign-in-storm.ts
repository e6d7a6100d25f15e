import { setTimeout as wait } from 'node:timers/promises';
import { HttpConnection } from './http-connection.ts';
import { Latencies, median } from './latencies.ts';
import { LOAD_PASSWORD, prepareSchools, type LoadSchool } from './load-schools.ts';
import { ourSavers } from './our-peer.ts';
import { startProduct } from './product.ts';
import type { Saver } from './saver.ts';

export interface StormResult {
  readonly seconds: number;
  readonly signInsWanted: number;
  readonly signInsPerSecond: number;
  /** Told to come back later, or without an answer: the machine was too slow for the storm. */
  readonly refused: number;
  readonly signInP50: number;
  readonly signInP95: number;
  readonly quietP95: number;
  readonly stormP95: number;
  /** Of the saves' p95, storm over quiet: the median of the pairs. */
  readonly ratio: number;
}

const SIGN_INS_PER_SECOND = 30;
const SAVES_PER_SECOND = 50;
const SCHOOLS = 50;
const PAIRS = 4;

/** Saves at a fixed rate, in turn without and with 30 sign-ins a second of other people, each from an address of their own. */
export async function measureStorm(
  dataDir: string,
  seconds: number,
  random: () => number,
  say: (line: string) => void,
): Promise<StormResult> {
  const product = await startProduct(dataDir);
  try {
    say(`Preparing ${SCHOOLS} schools …`);
    const schools = await prepareSchools(product, [SCHOOLS]);
    const savers = ourSavers(product, schools, random);
    await steadySaves(savers, 5);
    const quiet: number[] = [];
    const storm: number[] = [];
    const signIns = new Latencies();
    let refused = 0;
    const part = seconds / PAIRS;
    for (let pair = 1; pair <= PAIRS; pair += 1) {
      say(`Pair ${pair} of ${PAIRS}: ${part} s quiet, ${part} s with ${SIGN_INS_PER_SECOND} sign-ins a second`);
      quiet.push((await steadySaves(savers, part)).percentile(95));
      const [saves, refusedNow] = await Promise.all([
        steadySaves(savers, part),
        signInSteadily(product.address, schools, part, signIns),
      ]);
      refused += refusedNow;
      storm.push(saves.percentile(95));
    }
    for (const saver of savers) await saver.close();
    return {
      seconds,
      signInsWanted: SIGN_INS_PER_SECOND,
      signInsPerSecond: signIns.count / seconds,
      refused,
      signInP50: signIns.percentile(50),
      signInP95: signIns.percentile(95),
      quietP95: median(quiet),
      stormP95: median(storm),
      ratio: median(storm.map((value, index) => value / (quiet[index] ?? Number.NaN))),
    };
  } finally {
    await product.stop();
  }
}

async function steadySaves(savers: readonly Saver[], seconds: number): Promise<Latencies> {
  const latencies = new Latencies();
  const every = (savers.length / SAVES_PER_SECOND) * 1000;
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(
    savers.map(async (saver, index) => {
      for (let due = began + (index / savers.length) * every; due < endAt; due += every) {
        await wait(Math.max(0, due - performance.now()));
        const sent = performance.now();
        await saver.saveOnce();
        latencies.add(performance.now() - sent);
      }
    }),
  );
  return latencies;
}

/** Begins a sign-in every 33 ms whether those before are done or not: a storm does not wait. @returns how many were refused */
async function signInSteadily(
  address: string,
  schools: readonly LoadSchool[],
  seconds: number,
  latencies: Latencies,
): Promise<number> {
  const began = performance.now();
  let refused = 0;
  const total = Math.round(seconds * SIGN_INS_PER_SECOND);
  await Promise.all(
    Array.from({ length: total }, async (_one, index) => {
      const school = schools[index % schools.length];
      await wait(Math.max(0, began + (index * 1000) / SIGN_INS_PER_SECOND - performance.now()));
      if (school === undefined) return;
      const connection = new HttpConnection(address);
      const sent = performance.now();
      try {
        const answer = await connection.send({
          method: 'POST',
          path: '/api/v1/session',
          headers: { 'x-forwarded-for': school.address },
          body: { login: school.reporterLogin, password: LOAD_PASSWORD },
        });
        if (answer.status < 300) latencies.add(performance.now() - sent);
        else if (answer.status === 429 || answer.status === 503) refused += 1;
        else throw new Error(`sign-in: ${answer.status} ${JSON.stringify(answer.body)}`);
      } finally {
        await connection.close();
      }
    }),
  );
  return refused;
}
