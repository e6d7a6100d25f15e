import type { MissingCell } from '../items/missing-cell.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import { openConditionCells, specialRuleApplies } from '../schools/special-rules.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { addIntervals, anyAmount, exactly, nothing, subtractIntervals } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Rational } from '../quantities/rational.ts';
import type { QuantityDefinition, QuantityPart } from '../standards/edition.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';

/** A summand as it was read. */
export interface AmountTerm {
  readonly cell: MissingCell;
  readonly sign: 1 | -1;
  readonly value: Rational | null;
  /** The special rule (特殊规定) by which it counts; null = by the standard. */
  readonly rule: SpecialRule | null;
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
  /** Special rules of which it is not known whether they add to the quantity. */
  readonly openRules: readonly SpecialRule[];
  /** What they would add. */
  readonly openTerms: readonly AmountTerm[];
}

/** `reported`: of a stage without pupils nothing is asked; what was reported all the same counts. What cannot be read is missing. */
export type PartsThatCount = 'asked' | 'reported';

/** The quantity as the standard has it, and what special rules add. The evaluation date decides whether their window is open. */
export function memberAmount(
  indexed: IndexedEdition,
  quantity: QuantityDefinition,
  record: SchoolRecord,
  stage: StageId | null,
  partStage: StageId | null,
  evaluationDate: string | null,
  parts: PartsThatCount,
): MemberAmount {
  const stands = ({ item }: QuantityPart) =>
    parts === 'asked' || reportedText(record.cells, cellKey(item, stage)) !== undefined;
  const own = ownAmount(indexed, quantity, record, stage, partStage, stands);
  const extra = (indexed.extraParts.get(quantity.id) ?? []).filter(
    ({ part }) => counts(part, partStage) && stands(part),
  );
  return extra.reduce((amount, { part, rule }) => {
    const applies = specialRuleApplies(rule, indexed.items, record.cells, partStage, evaluationDate);
    if (applies === false) return amount;
    const term = readPart(indexed, part, rule, record, stage);
    return applies
      ? withTerm(amount, term)
      : withOpenTerm(amount, term, rule, openConditionCells(rule.condition, indexed.items, record, partStage));
  }, own);
}

/** Its parts; where they are not all known the imported aggregate, if there is one. */
function ownAmount(
  indexed: IndexedEdition,
  quantity: QuantityDefinition,
  record: SchoolRecord,
  stage: StageId | null,
  partStage: StageId | null,
  stands: (part: QuantityPart) => boolean,
): MemberAmount {
  const asked = quantity.parts.filter(
    (part) =>
      counts(part, partStage) && truthOf(itemOf(indexed, part.item).condition, indexed.items, record.cells) !== false,
  );
  const all = asked.map((part) => readPart(indexed, part, null, record, stage));
  if (quantity.aggregate !== null && all.some((term) => term.value === null)) {
    const cell = { schoolId: record.schoolId, key: cellKey(quantity.aggregate, stage) };
    const value = reportedNumber(itemOf(indexed, quantity.aggregate), record.cells, cell.key);
    if (value !== null) {
      const term: AmountTerm = { cell, sign: 1, value, rule: null };
      return { interval: exactly(value), origin: 'aggregate', terms: [term], missing: [], ...noDoubt };
    }
  }
  const terms = all.filter((_, index) => asked[index] !== undefined && stands(asked[index]));
  const missing = terms.filter((term) => term.value === null).map((term) => term.cell);
  const interval = subtractIntervals(sumOf(terms, 1), sumOf(terms, -1));
  const contradiction = interval.high !== null && interval.high.n < 0n;
  return {
    interval: contradiction ? anyAmount : interval,
    origin: 'parts',
    terms,
    missing,
    contradiction,
    openRules: [],
    openTerms: [],
  };
}

const noDoubt = { contradiction: false, openRules: [], openTerms: [] } as const;

function counts(part: QuantityPart, partStage: StageId | null): boolean {
  return part.stages === null || partStage === null || part.stages.includes(partStage);
}

function readPart(
  indexed: IndexedEdition,
  part: QuantityPart,
  rule: SpecialRule | null,
  record: SchoolRecord,
  stage: StageId | null,
): AmountTerm {
  const cell = { schoolId: record.schoolId, key: cellKey(part.item, stage) };
  return { cell, sign: part.sign, value: reportedNumber(itemOf(indexed, part.item), record.cells, cell.key), rule };
}

function amountOf({ value }: AmountTerm): Interval {
  return value === null ? anyAmount : exactly(value);
}

function sumOf(terms: readonly AmountTerm[], sign: 1 | -1): Interval {
  return terms.filter((term) => term.sign === sign).reduce((sum, term) => addIntervals(sum, amountOf(term)), nothing);
}

function withTerm(amount: MemberAmount, term: AmountTerm): MemberAmount {
  return {
    ...combined(amount, amountOf(term), term.sign),
    terms: [...amount.terms, term],
    missing: term.value === null ? [...amount.missing, term.cell] : amount.missing,
  };
}

/** The part may count or not: anything from nothing of it to all. */
function withOpenTerm(
  amount: MemberAmount,
  term: AmountTerm,
  rule: SpecialRule,
  open: readonly MissingCell[],
): MemberAmount {
  return {
    ...combined(amount, { ...anyAmount, high: amountOf(term).high }, term.sign),
    missing: [...amount.missing, ...open],
    openRules: amount.openRules.includes(rule) ? amount.openRules : [...amount.openRules, rule],
    openTerms: [...amount.openTerms, term],
  };
}

function combined(amount: MemberAmount, added: Interval, sign: 1 | -1): MemberAmount {
  const interval = (sign === 1 ? addIntervals : subtractIntervals)(amount.interval, added);
  return interval.high !== null && interval.high.n < 0n
    ? { ...amount, interval: anyAmount, contradiction: true }
    : { ...amount, interval };
}
