import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CountyEvaluation } from '../evaluation.ts';
import type { DataSet } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import { canonicalJson } from './canonical-json.ts';

function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** SHA-256, lower-case hex. */
export function editionHash(edition: Edition): string {
  return hashOf(edition);
}

/** Independent of the order of schools and of cells. */
export function dataSetHash(dataSet: DataSet): string {
  const schools = dataSet.schools.map((school) => canonicalJson(school)).sort();
  return hashOf({ countyCode: dataSet.countyCode, countyName: dataSet.countyName, schools });
}

/**
 * Covers edition, data set, options, rules version, outcomes and numbers; not the trace and not the release, so that a better
 * explanation does not change the hash of an unchanged verdict.
 */
export function resultHash(evaluation: CountyEvaluation): string {
  const { hash: _hash, schoolStages, ...rest } = evaluation;
  return hashOf({
    ...rest,
    schoolStages: schoolStages.map(({ indicators, ...stage }) => ({
      ...stage,
      indicators: indicators.map(({ trace: _trace, ...indicator }) => indicator),
    })),
  });
}
