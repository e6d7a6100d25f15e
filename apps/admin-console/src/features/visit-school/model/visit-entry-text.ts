import { parseCell, type ItemDefinition } from '@junheng/evaluation-core';
import type { VisitChecklist } from '@junheng/api-contract';

export type ReadEntry =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly problem: string };

type CheckedCell = VisitChecklist['cells'][number];

/** As much of an item as its reading needs. */
const itemOf = (value: CheckedCell['value']): ItemDefinition => ({
  id: 'on-site',
  section: 'on-site',
  value,
  unit: null,
  stages: null,
  alsoByStage: [],
  condition: null,
  required: false,
  entry: 'form',
  plausible: null,
  source: { document: 'on-site', clause: null, confidence: 'A', note: null },
});

const read = (value: CheckedCell['value'], text: string): ReadEntry =>
  text.trim() === '' ? { ok: true, value: null } : parseCell(itemOf(value), text);

/** Reads a verified value as the server does. */
export const readVerified = (cell: CheckedCell, text: string): ReadEntry => read(cell.value, text);

export const readCount = (text: string): ReadEntry => read({ kind: 'number', scale: 0 }, text);

/** Points with at most two decimals, up to the maximum. */
export function readScore(maximum: string, text: string): ReadEntry {
  const points = read({ kind: 'number', scale: 2 }, text);
  if (!points.ok || points.value === null) return points;
  return Math.round(Number(points.value) * 100) <= Math.round(Number(maximum) * 100)
    ? points
    : { ok: false, problem: 'above-maximum' };
}

export function readText(text: string): ReadEntry {
  const value = text.trim();
  return { ok: true, value: value === '' ? null : value };
}

/** Points that the deductions leave; null while one of them has no points in the edition. */
export function scoreByDeductions(
  point: VisitChecklist['points'][number],
  timesOf: (deduction: string) => string | null,
): string | null {
  if (point.maximum === null || point.deductions.length === 0) return null;
  let hundredths = Math.round(Number(point.maximum) * 100);
  for (const { id, each, atMost } of point.deductions) {
    const times = Number(timesOf(id) ?? '0');
    if (times === 0) continue;
    if (each === null) return null;
    const off = Math.round(Number(each) * 100) * times;
    hundredths -= atMost === null ? off : Math.min(off, Math.round(Number(atMost) * 100));
  }
  return String(Math.max(0, hundredths) / 100);
}
