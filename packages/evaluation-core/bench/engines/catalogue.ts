import type { OpenEngine } from '../engine.ts';
import { openDuckDb } from './duckdb.ts';
import { nativeC } from './native-c.ts';
import { openObjects } from './objects.ts';
import { ours } from './ours.ts';
import { openPolars } from './polars.ts';

export const engineNames = [
  'plain',
  'exact',
  'plain-script',
  'c',
  'c-fast-math',
  'duckdb',
  'polars',
  'objects',
] as const;
export type EngineName = (typeof engineNames)[number];

interface EngineEntry {
  readonly title: string;
  readonly open: OpenEngine;
  /** How often it runs before it is timed: until it is at speed. */
  readonly warmUps: number;
}

export const engines: Readonly<Record<EngineName, EngineEntry>> = {
  plain: { title: 'ours, plain doubles', open: ours('plain-doubles', true), warmUps: 10 },
  exact: { title: 'ours, exact verdicts', open: ours('exact', true), warmUps: 10 },
  'plain-script': {
    title: 'ours, plain doubles, without WebAssembly',
    open: ours('plain-doubles', false),
    warmUps: 10,
  },
  c: { title: 'C, gcc -O3 -march=native', open: nativeC(['-O3', '-march=native']), warmUps: 3 },
  'c-fast-math': {
    title: 'C, the same with -ffast-math',
    open: nativeC(['-O3', '-march=native', '-ffast-math']),
    warmUps: 3,
  },
  duckdb: { title: 'DuckDB, two passes, all cores', open: openDuckDb, warmUps: 3 },
  polars: { title: 'nodejs-polars, lazy, all cores', open: openPolars, warmUps: 3 },
  objects: { title: 'objects, Map, map and reduce', open: openObjects, warmUps: 2 },
};
