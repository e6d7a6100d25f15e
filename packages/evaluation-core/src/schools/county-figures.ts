import {
  addAmounts,
  sumOfAmounts,
  amountValue,
  knownAmount,
  largerAmount,
  onlyValue,
  unboundedAmount,
  unknownAmount,
  zeroAmount,
} from '../items/amount-value.ts';
import type { AmountSource, AmountValue, TotalOfSchools } from '../items/amount-value.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { Cells, SchoolRecord, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { Condition, Truth } from '../items/condition.ts';
import type { CountyItemDefinition, ItemDefinition } from '../items/item-definition.ts';
import { countyReport } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { parseCell } from '../items/parse-cell.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { isZero, maximum, minimum, zero } from '../quantities/rational.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolUnit } from './school-units.ts';
import { openConditionCells } from './special-rules.ts';
import type { ScopeDecision } from './scope.ts';
import { memberPupils } from './stage-pupils.ts';
import type { StagePupils } from './stage-pupils.ts';

/** One school of the county: what it is and whether it is in the scope of the resource allocation. */
export interface SchoolInCounty {
  readonly unit: SchoolUnit;
  readonly scope: ScopeDecision;
  /** Of every stage of the edition. */
  readonly pupils: readonly StagePupils[];
}

/** Where the figures of a county's requirements are read: the reports of its schools and its own. */
export interface CountyFigures {
  readonly indexed: IndexedEdition;
  readonly evaluationDate: string | null;
  readonly countyItems: ReadonlyMap<string, CountyItemDefinition>;
  readonly countyCells: Cells;
  readonly schools: readonly SchoolInCounty[];
  /** Numbers read so far, by school and cell: most are read by several rules. */
  readonly readBefore: Map<SchoolUnit, Map<string, AmountValue>>;
}

export function countyFigures(
  indexed: IndexedEdition,
  evaluationDate: string | null,
  countyCells: Cells,
  schools: readonly SchoolInCounty[],
): CountyFigures {
  const countyItems = new Map(indexed.edition.countyItems.map((item) => [item.id, item]));
  return { indexed, evaluationDate, countyItems, countyCells, schools, readBefore: new Map() };
}

/** The county's own cells, and totals over its schools. */
export function countySource(figures: CountyFigures): AmountSource {
  return {
    stage: null,
    evaluationDate: figures.evaluationDate,
    number: (item, stage, yearsBack) => countyNumber(figures, countyItemOf(figures, item), stage, yearsBack),
    answer: (item) => countyAnswer(figures, countyItemOf(figures, item)),
    total: (total) => totalOf(figures, total),
  };
}

/**
 * A school with its campuses: their numbers together; of its own stage where `stage` is given. What a school is not asked is zero of it:
 * no junior pupils in a primary school, no rented venue where nobody rents. An item of the county report is the county's.
 */
export function schoolSource(figures: CountyFigures, unit: SchoolUnit, stage: StageId | null): AmountSource {
  return {
    stage,
    evaluationDate: figures.evaluationDate,
    number: (item, ofStage, yearsBack) => schoolNumber(figures, unit, item, ofStage, yearsBack),
    answer: (item) => {
      const county = figures.countyItems.get(item);
      return county === undefined
        ? answerOf(itemOf(figures.indexed, item), unit.record)
        : countyAnswer(figures, county);
    },
    total: () => unboundedAmount,
  };
}

/** The answers of every campus that is asked: a school's answer holds where each of them does. */
export function answersOf(figures: CountyFigures, unit: SchoolUnit | null, item: string) {
  if (unit === null || figures.countyItems.has(item)) return [countyAnswer(figures, countyItemOf(figures, item))];
  const definition = itemOf(figures.indexed, item);
  return unit.members
    .filter((member) => truthOf(definition.condition, member.cells) !== false)
    .map((member) => answerOf(definition, member));
}

/** The cells behind an item, those that are asked and have no value included. */
export function cellsOfItem(
  figures: CountyFigures,
  unit: SchoolUnit | null,
  item: string,
  stage: StageId | null,
  yearsBack: number,
): readonly MissingCell[] {
  const key = cellKey(item, stage, yearsBack);
  if (unit === null || figures.countyItems.has(item)) return [{ schoolId: countyReport, key }];
  const definition = itemOf(figures.indexed, item);
  return unit.members
    .filter(
      (member) =>
        asksOf(figures.indexed, definition, member, stage) &&
        (reportedText(member.cells, key) !== undefined || !isEmptyStage(figures.indexed, member, stage, yearsBack)),
    )
    .map((member) => ({ schoolId: member.schoolId, key }));
}

/** Does a condition hold of a school? Answers are those of the school itself, numbers those of it and its campuses together. */
export function schoolTruth(
  figures: CountyFigures,
  unit: SchoolUnit,
  condition: Condition | null,
  stage: StageId | null,
) {
  return truthOf(condition, unit.record.cells, stage, schoolSource(figures, unit, stage));
}

/** Is the school among those that a rule of `schools` is about? */
export function isAmong({ scope }: SchoolInCounty, schools: 'evaluated' | 'registered'): Truth {
  return schools === 'registered' ? true : scope.state === 'in' ? true : scope.state === 'out' ? false : null;
}

function countyItemOf(figures: CountyFigures, id: string): CountyItemDefinition {
  const item = figures.countyItems.get(id);
  if (item === undefined) throw new RangeError(`the edition has no county item ${id}`);
  return item;
}

function countyNumber(
  figures: CountyFigures,
  item: CountyItemDefinition,
  stage: StageId | null,
  yearsBack: number,
): AmountValue {
  const key = cellKey(item.id, stage, yearsBack);
  const value = reportedNumber(item, figures.countyCells, key);
  return value === null ? unknownAmount([{ schoolId: countyReport, key }]) : knownAmount(value);
}

function countyAnswer(figures: CountyFigures, item: CountyItemDefinition) {
  return readAnswer(item, figures.countyCells, countyReport);
}

function answerOf(item: ItemDefinition, record: SchoolRecord) {
  return readAnswer(item, record.cells, record.schoolId);
}

/** What cannot be read is missing. */
function readAnswer(item: ItemDefinition, cells: Cells, schoolId: string) {
  const cell: MissingCell = { schoolId, key: item.id };
  const text = reportedText(cells, item.id);
  const parsed = text === undefined ? undefined : parseCell(item, text);
  return { cell, value: parsed?.ok === true ? parsed.value : null };
}

function schoolNumber(
  figures: CountyFigures,
  unit: SchoolUnit,
  item: string,
  stage: StageId | null,
  yearsBack: number,
): AmountValue {
  const county = figures.countyItems.get(item);
  if (county !== undefined) return countyNumber(figures, county, stage, yearsBack);
  let ofUnit = figures.readBefore.get(unit);
  if (ofUnit === undefined) figures.readBefore.set(unit, (ofUnit = new Map<string, AmountValue>()));
  const key = cellKey(item, stage, yearsBack);
  const before = ofUnit.get(key);
  if (before !== undefined) return before;
  const definition = itemOf(figures.indexed, item);
  const value = unit.members
    .map((member) => memberNumber(figures.indexed, definition, member, stage, yearsBack))
    .reduce(definition.ofCampuses === 'largest' ? largerAmount : addAmounts);
  ofUnit.set(key, value);
  return value;
}

function memberNumber(
  indexed: IndexedEdition,
  item: ItemDefinition,
  member: SchoolRecord,
  stage: StageId | null,
  yearsBack: number,
): AmountValue {
  if (!asksOf(indexed, item, member, stage)) return zeroAmount;
  const key = cellKey(item.id, stage, yearsBack);
  const value = reportedNumber(item, member.cells, key);
  if (value !== null) return knownAmount(value);
  // What cannot be read is missing all the same.
  if (reportedText(member.cells, key) === undefined && isEmptyStage(indexed, member, stage, yearsBack))
    return zeroAmount;
  const open = truthOf(item.condition, member.cells) === null ? openConditionCells(item.condition, member, null) : [];
  return unknownAmount([...open, { schoolId: member.schoolId, key }]);
}

/** A stage without pupils is not asked its other figures; what it reported counts. */
function isEmptyStage(
  indexed: IndexedEdition,
  member: SchoolRecord,
  stage: StageId | null,
  yearsBack: number,
): boolean {
  if (stage === null || yearsBack > 0) return false;
  const { high } = memberPupils(indexed, member, stage).count;
  return high !== null && isZero(high);
}

/** A type of school that nobody knows may be asked anything. */
function asksOf(indexed: IndexedEdition, item: ItemDefinition, member: SchoolRecord, stage: StageId | null): boolean {
  if (truthOf(item.condition, member.cells) === false) return false;
  if (stage === null) return true;
  const { asked, missing } = memberPupils(indexed, member, stage);
  return asked || missing !== null;
}

function totalOf(figures: CountyFigures, amount: TotalOfSchools): AmountValue {
  return sumOfAmounts(figures.schools.flatMap((school) => shareInTotal(figures, school, amount) ?? []));
}

/** What one school adds to a total; null = it is not among those added. */
export function shareInTotal(
  figures: CountyFigures,
  school: SchoolInCounty,
  { of, where, schools }: TotalOfSchools,
): AmountValue | null {
  const { unit } = school;
  const among = isAmong(school, schools);
  if (among === false) return null;
  const truth = schoolTruth(figures, unit, where, null);
  if (truth === false) return null;
  // Two reports of one school: nobody knows which is right.
  if (unit.problem?.kind === 'duplicate-school-id') return unboundedAmount;
  const value = amountValue(of, schoolSource(figures, unit, null));
  if (value.absent === 'not-set') return null;
  // Whether nothing is added or not makes no difference.
  const known = onlyValue(value);
  if ((among === true && truth === true) || (known !== null && isZero(known))) return value;
  const open = [
    ...(school.scope.state === 'undetermined' && among === null
      ? school.scope.problem.missing.map((key): MissingCell => ({ schoolId: unit.schoolId, key }))
      : []),
    ...(truth === null ? openConditionCells(where, unit.record, null, schoolSource(figures, unit, null)) : []),
  ];
  return {
    ...value,
    low: value.low === null ? null : minimum(value.low, zero),
    high: value.high === null ? null : maximum(value.high, zero),
    missing: [...value.missing, ...open],
  };
}
