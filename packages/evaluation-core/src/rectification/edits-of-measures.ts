import { reportedText } from '../items/cells.ts';
import type { Cells, DataSet } from '../items/cells.ts';
import { readEdit } from '../kernel/cell-edit.ts';
import type { CellEdit } from '../kernel/cell-edit.ts';
import { decimalOrUndefined, exactText } from '../quantities/decimal.ts';
import { add } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Edition } from '../standards/edition.ts';
import type { EffectProblem, Measure, MeasureEffect, RefusedEffect } from './measure.ts';

interface OwnEffect {
  readonly measureId: string;
  readonly effect: MeasureEffect;
}

/**
 * What the cells will say when all measures are done: changes of one cell add up exactly, whatever their order. Effects on a cell that
 * cannot be computed are all refused, each with the reason, because no share of them is the truth.
 */
export function editsOfMeasures(
  edition: Edition,
  dataSet: DataSet,
  measures: readonly Measure[],
): { readonly edits: readonly CellEdit[]; readonly refused: readonly RefusedEffect[] } {
  const byCell = new Map<string, [OwnEffect, ...OwnEffect[]]>();
  for (const { id, effects } of measures) {
    for (const effect of effects) {
      const cell = JSON.stringify([effect.schoolId, effect.key]);
      const own = { measureId: id, effect };
      const others = byCell.get(cell);
      if (others === undefined) byCell.set(cell, [own]);
      else others.push(own);
    }
  }
  const edits: CellEdit[] = [];
  const refused: RefusedEffect[] = [];
  for (const own of byCell.values()) {
    const answer = valueAfter(edition, dataSet, own);
    if (answer.ok) edits.push(answer.edit);
    else refused.push(...own.map((each) => ({ ...each, problem: answer.problem })));
  }
  return { edits, refused };
}

type ValueAfter =
  { readonly ok: true; readonly edit: CellEdit } | { readonly ok: false; readonly problem: EffectProblem };

function valueAfter(edition: Edition, dataSet: DataSet, own: readonly [OwnEffect, ...OwnEffect[]]): ValueAfter {
  const { schoolId, key } = own[0].effect;
  const found = schoolId === null ? 1 : dataSet.schools.filter((each) => each.schoolId === schoolId).length;
  if (found !== 1) return refusal(found === 0 ? 'unknown-school' : 'ambiguous-school');
  const sets = own.flatMap(({ effect }) => (effect.kind === 'set' ? [effect.value] : []));
  if (sets.length > 0) {
    const reads = sets.map((value) => readEdit(edition, { schoolId, key, value }));
    const unread = reads.find((read) => !read.ok);
    if (unread !== undefined && !unread.ok) return refusal(unread.problem);
    const values = new Set(reads.map((read) => (read.ok ? read.value : null)));
    const [value = null] = values;
    return values.size > 1 || sets.length < own.length
      ? refusal('contradicts')
      : { ok: true, edit: { schoolId, key, value } };
  }
  const known = readEdit(edition, { schoolId, key, value: null });
  if (!known.ok) return refusal(known.problem);
  return changed(edition, { schoolId, key }, reportedText(cellsOf(dataSet, schoolId), key) ?? null, own);
}

function changed(
  edition: Edition,
  cell: Pick<CellEdit, 'schoolId' | 'key'>,
  reported: string | null,
  own: readonly OwnEffect[],
): ValueAfter {
  if (reported === null) return refusal('nothing-to-change');
  const now = decimalOrUndefined(reported);
  if (now === undefined) return refusal('not-a-number');
  let after: Rational = now;
  for (const { effect } of own) {
    const by = effect.kind === 'change' ? decimalOrUndefined(effect.by) : undefined;
    if (by === undefined) return refusal('not-a-number');
    after = add(after, by);
  }
  if (after.n < 0n) return refusal('below-zero');
  const edit = { ...cell, value: exactText(after) };
  const read = readEdit(edition, edit);
  return read.ok ? { ok: true, edit } : refusal(read.problem);
}

function cellsOf(dataSet: DataSet, schoolId: string | null): Cells {
  const cells =
    schoolId === null ? dataSet.county?.cells : dataSet.schools.find((each) => each.schoolId === schoolId)?.cells;
  return cells ?? {};
}

const refusal = (problem: EffectProblem): ValueAfter => ({ ok: false, problem });
