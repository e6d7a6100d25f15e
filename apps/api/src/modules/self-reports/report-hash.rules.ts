import { createHash } from 'node:crypto';
import { canonicalJson, type Cells } from '@junheng/evaluation-core';

/** SHA-256 of the canonical JSON of anything, hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/** What a receipt (回执) names: the values as submitted, whatever their order. */
export function valuesHash(cells: Cells): string {
  return hashOf(cells);
}
