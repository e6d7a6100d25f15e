import { amountItems } from '../items/amount-parts.ts';
import type { Amount } from '../items/amount.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { CellKey, Cells, Facts } from '../items/cells.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { CountyItemDefinition } from '../items/item-definition.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { add, compare, divide, multiply, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { RegisteredFigure } from '../registers/registered-figures.ts';
import type { CountedFigure } from '../schools/counted-from-schools.ts';
import type { CheckSeverity } from '../standards/check-rule.ts';
import { countyCells } from '../standards/county-cells.ts';
import type { CountyCellDefinition } from '../standards/county-cells.ts';
import type { Edition } from '../standards/edition.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import type { CheckFinding } from './check-finding.ts';

/** Rules of the county report: the same for every edition, which says what is asked. Message keys `check.<id>` and `check.<id>.hint`. */
export const countyCheckRules = {
  'county-required': 'hard',
  'county-readable': 'hard',
  'county-plausible': 'soft',
  'county-share-within-whole': 'soft',
  'county-counted-from-schools': 'soft',
  'county-registered': 'soft',
  'county-registered-case': 'soft',
  'county-change-from-last-year': 'soft',
  'county-earlier-year-changed': 'soft',
} as const satisfies Readonly<Record<string, CheckSeverity>>;
export type CountyCheckRule = keyof typeof countyCheckRules;

export interface CountyCheckContext {
  /** Last year's approved cells of the county report. */
  readonly lastYear?: Cells;
  /** What the schools' reports add up to, from `countedFromSchools`. */
  readonly counted?: Readonly<Record<CellKey, CountedFigure>>;
  /** What the county's registers come to, from `registeredFigures`. */
  readonly registered?: Readonly<Record<CellKey, RegisteredFigure>>;
}

/** More than this share of last year's figure must be explained. */
const largestChange = rational(3n, 10n);
const hundred = rational(100n, 1n);

/** All findings on one county report (县级填报), in form order. The same code runs in the browser and on the server. */
export function checkCountyReport(
  edition: Edition,
  cells: Cells,
  { lastYear, counted, registered }: CountyCheckContext = {},
): readonly CheckFinding[] {
  const ofCells = countyCells(edition, cells).flatMap((cell) => {
    const found = faultOf(cell, cells);
    if (found !== null) return [found];
    return [
      ...(lastYear === undefined ? [] : againstLastYear(cell, cells, lastYear)),
      ...againstSchools(cell, cells, counted),
      ...againstRegisters(cell, cells, registered),
    ];
  });
  return [...ofCells, ...sharesAboveWhole(edition, cells)];
}

function finding(rule: CountyCheckRule, cells: readonly CellKey[], facts: Facts): CheckFinding {
  const messageKey = `check.${rule}`;
  const severity = countyCheckRules[rule];
  return { ruleId: rule, severity, cells, messageKey, hintKey: `${messageKey}.hint`, facts };
}

/** What is wrong with the cell by itself. */
function faultOf({ key, item, stage, required }: CountyCellDefinition, cells: Cells): CheckFinding | null {
  const text = reportedText(cells, key);
  if (text === undefined) return required ? finding('county-required', [key], { item: item.id, stage }) : null;
  const parsed = parseCell(item, text);
  if (!parsed.ok) return finding('county-readable', [key], { item: item.id, stage, problem: parsed.problem });
  const value = reportedNumber(item, cells, key);
  const range = item.plausible;
  if (value === null || range === null) return null;
  const facts = { item: item.id, stage, value: exactText(value) };
  if (range.minimum !== null && compare(value, decimal(range.minimum)) < 0) {
    return finding('county-plausible', [key], { ...facts, bound: 'minimum', limit: range.minimum });
  }
  if (range.maximum !== null && compare(value, decimal(range.maximum)) > 0) {
    return finding('county-plausible', [key], { ...facts, bound: 'maximum', limit: range.maximum });
  }
  return null;
}

function againstLastYear(cell: CountyCellDefinition, cells: Cells, lastYear: Cells): readonly CheckFinding[] {
  const { key, item, stage, yearsBack } = cell;
  const now = reportedNumber(item, cells, key);
  if (now === null) return [];
  if (yearsBack > 0) {
    // What was this year a year ago is last year now: the same figure.
    const told = reportedNumber(item, lastYear, cellKey(item.id, stage, yearsBack - 1));
    if (told === null || compare(told, now) === 0) return [];
    return [finding('county-earlier-year-changed', [key], { now: exactText(now), before: exactText(told) })];
  }
  const before = reportedNumber(item, lastYear, key);
  if (before === null || before.n === 0n) return [];
  const change = subtract(now, before);
  const size = change.n < 0n ? { n: -change.n, d: change.d } : change;
  if (compare(size, multiply(largestChange, before)) <= 0) return [];
  const percent = fixedText(multiply(divide(change, before), hundred), 1);
  return [finding('county-change-from-last-year', [key], { now: exactText(now), before: exactText(before), percent })];
}

function againstSchools(
  { key, item, yearsBack }: CountyCellDefinition,
  cells: Cells,
  counted: CountyCheckContext['counted'],
): readonly CheckFinding[] {
  const figure = counted !== undefined && Object.hasOwn(counted, key) ? counted[key] : undefined;
  const now = reportedNumber(item, cells, key);
  if (figure === undefined || now === null || yearsBack > 0) return [];
  const total = decimal(figure.total);
  // Schools that have not reported could only add to the total.
  const disagrees = figure.missing === 0 ? compare(now, total) !== 0 : compare(now, total) < 0;
  if (!disagrees) return [];
  const facts = { value: exactText(now), total: figure.total, schools: figure.schools, missing: figure.missing };
  return [finding('county-counted-from-schools', [key], facts)];
}

function againstRegisters(
  { key, item, yearsBack }: CountyCellDefinition,
  cells: Cells,
  registered: CountyCheckContext['registered'],
): readonly CheckFinding[] {
  const figure = registered !== undefined && Object.hasOwn(registered, key) ? registered[key] : undefined;
  const text = reportedText(cells, key);
  if (figure === undefined || text === undefined || yearsBack > 0) return [];
  const { value, rows } = figure;
  if (item.value.kind !== 'number') return text === value ? [] : [finding('county-registered-case', [key], { rows })];
  const now = reportedNumber(item, cells, key);
  if (now === null || compare(now, decimal(value)) === 0) return [];
  return [finding('county-registered', [key], { value: exactText(now), registered: value, rows })];
}

/** A part (交流轮岗教师) cannot be more than the whole it is a share of (符合条件教师), where both are heads or papers of one kind. */
function sharesAboveWhole(edition: Edition, cells: Cells): readonly CheckFinding[] {
  const items = new Map(edition.countyItems.map((item) => [item.id, item]));
  return edition.requirements
    .flatMap(({ per, rule }) => (per === 'county' ? sharesIn(rule) : []))
    .flatMap(({ part, whole }) => {
      const keys = [...cellsOf(part), ...cellsOf(whole)];
      if (!ofOneKind([...amountItems(part), ...amountItems(whole)].map(({ item }) => items.get(item)))) return [];
      const above = sumOf(part, items, cells);
      const below = sumOf(whole, items, cells);
      if (above === null || below === null || compare(above, below) <= 0) return [];
      return [finding('county-share-within-whole', keys, { part: exactText(above), whole: exactText(below) })];
    });
}

type Share = Extract<RequirementRule, { readonly kind: 'share' }>;

function sharesIn(rule: RequirementRule): readonly Share[] {
  switch (rule.kind) {
    case 'share':
      return [rule];
    case 'all-of':
    case 'at-least-of':
      return rule.parts.flatMap((part) => sharesIn(part.rule));
    default:
      return [];
  }
}

function cellsOf(amount: Amount): readonly CellKey[] {
  return amountItems(amount).map(({ item, stage, yearsBack }) => cellKey(item, stage, yearsBack));
}

function ofOneKind(items: readonly (CountyItemDefinition | undefined)[]): boolean {
  const [first] = items;
  return (
    first !== undefined &&
    first.unit !== null &&
    items.every((item) => item?.unit === first.unit && item.value.kind === 'number' && item.value.scale === 0)
  );
}

/** Only items and sums of items; anything else is not looked at, nor is a sum of which a cell is missing. */
function sumOf(amount: Amount, items: ReadonlyMap<string, CountyItemDefinition>, cells: Cells): Rational | null {
  switch (amount.kind) {
    case 'item': {
      const item = items.get(amount.item);
      const key = cellKey(amount.item, amount.stage, amount.yearsBack);
      return item === undefined ? null : reportedNumber(item, cells, key);
    }
    case 'sum':
      return amount.of.reduce<Rational | null>((total, each) => {
        const value = sumOf(each, items, cells);
        return total === null || value === null ? null : add(total, value);
      }, zero);
    default:
      return null;
  }
}
