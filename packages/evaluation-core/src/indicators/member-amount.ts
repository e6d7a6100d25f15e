import type { MissingCell } from '../items/missing-cell.ts';
import { cellKey } from '../items/cells.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
import { conditionCells, truthOf } from '../items/condition.ts';
import { specialRuleApplies } from '../schools/special-rules.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { addIntervals, anyAmount, exactly, nothing, subtractIntervals } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Rational } from '../quantities/rational.ts';
import type { QuantityDefinition } from '../standards/edition.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';

/** A summand as it was read. */
export interface AmountTerm {
  readonly cell: MissingCell;
  readonly sign: 1 | -1;
  readonly value: Rational | null;
}

/** What one record reported of a quantity, for the whole school (stage null) or one stage. */
export interface MemberAmount {
  readonly interval: Interval;
  /** `aggregate`: the aggregate item stood in for parts; `stages`: summed over the stages it was reported for. */
  readonly origin: 'parts' | 'aggregate' | 'stages';
  readonly terms: readonly AmountTerm[];
  readonly missing: readonly MissingCell[];
  /** The parts contradict each other: their difference is negative. Then nothing is known. */
  readonly contradiction: boolean;
}

/** The evaluation date decides whether the window of a special rule is open. */
export function memberAmount(
  indexed: IndexedEdition,
  quantity: QuantityDefinition,
  record: SchoolRecord,
  stage: StageId | null,
  partStage: StageId | null,
  evaluationDate: string | null,
): MemberAmount {
  const parts = readParts(indexed, quantity, record, stage, partStage, evaluationDate);
  if (parts.missing.length === 0 || quantity.aggregate === null) return parts;
  const cell = { schoolId: record.schoolId, key: cellKey(quantity.aggregate, stage) };
  const value = reportedNumber(itemOf(indexed, quantity.aggregate), record.cells, cell.key);
  if (value === null) return parts;
  return {
    interval: exactly(value),
    origin: 'aggregate',
    terms: [{ cell, sign: 1, value }],
    missing: [],
    contradiction: false,
  };
}

function readParts(
  indexed: IndexedEdition,
  quantity: QuantityDefinition,
  record: SchoolRecord,
  stage: StageId | null,
  partStage: StageId | null,
  evaluationDate: string | null,
): MemberAmount {
  let positive = nothing;
  let negative = nothing;
  const terms: AmountTerm[] = [];
  const missing: MissingCell[] = [];
  const parts = [
    ...quantity.parts.map((part) => ({ part, rule: null })),
    ...(indexed.extraParts.get(quantity.id) ?? []),
  ];
  for (const { part, rule } of parts) {
    if (part.stages !== null && partStage !== null && !part.stages.includes(partStage)) continue;
    const applies =
      rule === null
        ? truthOf(itemOf(indexed, part.item).condition, record.cells) !== false
        : specialRuleApplies(rule, record.cells, partStage, evaluationDate);
    if (applies === false) continue;
    const cell = { schoolId: record.schoolId, key: cellKey(part.item, stage) };
    const value = reportedNumber(itemOf(indexed, part.item), record.cells, cell.key);
    if (applies === true) terms.push({ cell, sign: part.sign, value });
    const amount = applies === null || value === null ? anyAmount : exactly(value);
    if (applies === true && value === null) missing.push(cell);
    if (applies === null) missing.push(...openConditionCells(rule, record));
    if (part.sign === 1) positive = addIntervals(positive, amount);
    else negative = addIntervals(negative, amount);
  }
  const interval = subtractIntervals(positive, negative);
  const contradiction = interval.high !== null && interval.high.n < 0n;
  return { interval: contradiction ? anyAmount : interval, origin: 'parts', terms, missing, contradiction };
}

function openConditionCells(rule: SpecialRule | null, record: SchoolRecord): readonly MissingCell[] {
  if (rule === null) return [];
  return conditionCells(rule.condition).map((key) => ({ schoolId: record.schoolId, key }));
}
