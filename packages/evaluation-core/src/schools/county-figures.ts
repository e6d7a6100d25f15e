import {
  addAmounts,
  amountValue,
  knownAmount,
  largerAmount,
  onlyValue,
  sumOfAmounts,
  unboundedAmount,
  unknownAmount,
} from '../items/amount-value.ts';
import type { AmountSource, AmountValue, TotalOfSchools } from '../items/amount-value.ts';
import { cellKey } from '../items/cells.ts';
import type { Cells, SchoolRecord, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { Truth } from '../items/condition.ts';
import type { CountyItemDefinition, ItemDefinition } from '../items/item-definition.ts';
import { countyReport } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { reportedAnswer } from '../items/reported-answer.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { isZero, maximum, minimum, zero } from '../quantities/rational.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolUnit } from './school-units.ts';
import { openConditionCells } from './special-rules.ts';
import type { ScopeDecision } from './scope.ts';
import { isAskedOf, memberNumber } from './member-figures.ts';
import type { UnitReadings } from './member-figures.ts';
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
  readonly constants: Map<string, AmountValue>;
  /** What was read so far, by school: most numbers are read by several rules. */
  readonly readBefore: Map<SchoolUnit, UnitReadings>;
}

export function countyFigures(
  indexed: IndexedEdition,
  evaluationDate: string | null,
  countyCells: Cells,
  schools: readonly SchoolInCounty[],
): CountyFigures {
  const countyItems = new Map(indexed.edition.countyItems.map((item) => [item.id, item]));
  return { indexed, evaluationDate, countyItems, countyCells, schools, constants: new Map(), readBefore: new Map() };
}

/** The county's own cells, and totals over its schools. */
export function countySource(figures: CountyFigures): AmountSource {
  return {
    stage: null,
    evaluationDate: figures.evaluationDate,
    constants: figures.constants,
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
    constants: figures.constants,
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
    .filter((member) => truthOf(definition.condition, figures.indexed.items, member.cells) !== false)
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
  const cell = { item: itemOf(figures.indexed, item), stage, yearsBack, key };
  return unit.members
    .filter((member) => isAskedOf(figures.indexed, readingsOf(figures, unit), member, cell))
    .map((member) => ({ schoolId: member.schoolId, key }));
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

function readAnswer(item: ItemDefinition, cells: Cells, schoolId: string) {
  const cell: MissingCell = { schoolId, key: item.id };
  return { cell, value: reportedAnswer(item, cells) };
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
  const readings = readingsOf(figures, unit);
  const reads = readings.numbers.get(item);
  const before = reads?.find((each) => each.stage === stage && each.yearsBack === yearsBack);
  if (before !== undefined) return before.value;
  const definition = itemOf(figures.indexed, item);
  const cell = { item: definition, stage, yearsBack, key: cellKey(item, stage, yearsBack) };
  const [record, ...campuses] = unit.members;
  const own = memberNumber(figures.indexed, readings, record ?? unit.record, cell);
  const value = campuses.reduce((value, campus) => {
    const more = memberNumber(figures.indexed, readings, campus, cell);
    return definition.ofCampuses === 'largest' ? largerAmount(value, more) : addAmounts(value, more);
  }, own);
  const read = { stage, yearsBack, value };
  if (reads === undefined) readings.numbers.set(item, [read]);
  else reads.push(read);
  return value;
}

function readingsOf(figures: CountyFigures, unit: SchoolUnit): UnitReadings {
  const before = figures.readBefore.get(unit);
  if (before !== undefined) return before;
  const readings: UnitReadings = { numbers: new Map(), pupils: [] };
  figures.readBefore.set(unit, readings);
  return readings;
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
  const source = schoolSource(figures, unit, null);
  const truth = truthOf(where, figures.indexed.items, unit.record.cells, null, source);
  if (truth === false) return null;
  // Two reports of one school: nobody knows which is right.
  if (unit.problem?.kind === 'duplicate-school-id') return unboundedAmount;
  const value = amountValue(of, source);
  if (value.absent === 'not-set') return null;
  // Whether nothing is added or not makes no difference.
  const known = onlyValue(value);
  if ((among === true && truth === true) || (known !== null && isZero(known))) return value;
  const open = [
    ...(school.scope.state === 'undetermined' && among === null
      ? school.scope.problem.missing.map((key): MissingCell => ({ schoolId: unit.schoolId, key }))
      : []),
    ...(truth === null ? openConditionCells(where, figures.indexed.items, unit.record, null, source) : []),
  ];
  return {
    ...value,
    low: value.low === null ? null : minimum(value.low, zero),
    high: value.high === null ? null : maximum(value.high, zero),
    missing: [...value.missing, ...open],
  };
}
