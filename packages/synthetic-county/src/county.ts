import type { Cells, DataSet } from '@junheng/evaluation-core';
import { schoolCells } from './cells/school-cells.ts';
import { composeCounty } from './composition.ts';
import type { Outline, WantedSchool } from './composition.ts';
import type { IndicatorId, Pupils } from './indicators.ts';
import { leaveOut, plantErrors } from './damage.ts';
import { examplePlace, townsOf } from './places.ts';
import type { Place, Town } from './places.ts';
import type { ErrorKind, PlantedError } from './planted-error.ts';
import { plantVerdicts } from './planted-verdict.ts';
import type { PlantedVerdict } from './planted-verdict.ts';
import { derivedSeed, randomFrom } from './random.ts';
import type { RegisteredSchool, SchoolPlan, Year } from './school-plan.ts';
import { levelsOf, oneYearLater, pupilsOf } from './sizes.ts';
import { truthOf } from './truth.ts';
import type { CountyTruth } from './truth.ts';

/** A school that must be in the county under its own code, with this year's pupils and level of equipment where known. */
export interface WantedSchoolPlan extends WantedSchool {
  readonly pupils?: Partial<Pupils>;
  readonly levels?: Partial<Record<IndicatorId, number>>;
}

export interface CountyOptions {
  /** The example county by default. */
  readonly place?: Place;
  /** 45 by default, campuses included. */
  readonly schools?: number;
  readonly wanted?: readonly WantedSchoolPlan[];
  readonly plantedVerdicts?: Partial<Record<Year, readonly PlantedVerdict[]>>;
  /** Spoils this year's reports, one school for each entry. */
  readonly plantedErrors?: readonly ErrorKind[];
  /** Share of this year's required cells that are filled in, 1 by default; who the school is and its pupils are always there. */
  readonly completeness?: number;
}

export interface SyntheticSchool extends RegisteredSchool {
  readonly cells: Readonly<Record<Year, Cells>>;
}

export interface SyntheticCounty {
  readonly seed: number;
  readonly place: Place;
  readonly towns: readonly Town[];
  readonly schools: readonly SyntheticSchool[];
  readonly plantedErrors: readonly PlantedError[];
  readonly truth: Readonly<Record<Year, CountyTruth>>;
}

/** A made-up county: the same seed and options give the same bytes on every machine. */
export function generateCounty(seed: number, options: CountyOptions = {}): SyntheticCounty {
  const place = options.place ?? examplePlace;
  const random = randomFrom(seed);
  const wanted = options.wanted ?? [];
  const towns = townsOf(place.county, random.next());
  const outlines = composeCounty(place.county, towns, options.schools ?? 45, wanted, random);
  let plans: readonly SchoolPlan[] = outlines.map((outline, index) =>
    planOf(outline, derivedSeed(seed, index), wanted[index]),
  );
  const verdicts = (year: Year): readonly PlantedVerdict[] => options.plantedVerdicts?.[year] ?? [];
  const lastYear = plantVerdicts(plans, 'last-year', verdicts('last-year'));
  const thisYear = plantVerdicts(lastYear.plans, 'this-year', verdicts('this-year'));
  plans = thisYear.plans;
  const whole = plans.map((plan): SyntheticSchool => ({ ...registered(plan), cells: cellsOf(plan) }));
  const spoilt = plantErrors(plans, whole, options.plantedErrors ?? [], randomFrom(derivedSeed(seed, 1_000_001)));
  const thinned = leaveOut(spoilt.schools, options.completeness ?? 1, randomFrom(derivedSeed(seed, 1_000_002)));
  // What was planted last year lives on in this year's buildings and equipment, so this year's verdict is not promised then.
  const promised = spoilt.errors.length === 0 && thinned.missing.length === 0 && verdicts('last-year').length === 0;
  return {
    seed,
    place,
    towns,
    schools: thinned.schools,
    plantedErrors: spoilt.errors,
    truth: {
      'last-year': truthOf(plans, 'last-year', lastYear, true, []),
      'this-year': truthOf(plans, 'this-year', thisYear, promised, thinned.missing),
    },
  };
}

/** What the county reported in one year, as the core takes it. School ids are the schools' codes. */
export function dataSetOf(county: SyntheticCounty, year: Year): DataSet {
  return {
    countyCode: county.place.county.code,
    countyName: county.place.county.name,
    schools: county.schools.map((school) => ({
      schoolId: school.code,
      code: school.code,
      name: school.name,
      parentSchoolId: school.parentCode,
      countedAsSchool: school.countedAsSchool,
      cells: school.cells[year],
    })),
  };
}

function planOf(outline: Outline, seed: number, wanted: WantedSchoolPlan | undefined): SchoolPlan {
  const random = randomFrom(seed);
  const drawn = pupilsOf(outline, random);
  const later = oneYearLater(outline, drawn, random);
  const thisYear = { ...later, ...wanted?.pupils };
  const lastYear = wanted?.pupils === undefined ? drawn : oneYearLater(outline, thisYear, random);
  const { size: _size, onlyStage: _onlyStage, ...facts } = outline;
  return {
    ...facts,
    pupils: { 'last-year': lastYear, 'this-year': thisYear },
    levels: { ...levelsOf(random), ...wanted?.levels },
    fixed: { 'last-year': {}, 'this-year': {} },
    atFloor: { 'last-year': [], 'this-year': [] },
    anchored: wanted !== undefined,
    seed: random.next(),
  };
}

function cellsOf(plan: SchoolPlan): SyntheticSchool['cells'] {
  return { 'last-year': schoolCells(plan, 'last-year'), 'this-year': schoolCells(plan, 'this-year') };
}

function registered(plan: SchoolPlan): RegisteredSchool {
  const { code, name, type, ownership, town, locale, boarding, foundedYear, parentCode, countedAsSchool } = plan;
  return { code, name, type, ownership, town, locale, boarding, foundedYear, parentCode, countedAsSchool };
}
