import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, editionById, evaluateCounty } from '../src/index.ts';
import type { CountyEvaluation, DataSet, Edition, Outcome } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const { balanceRule } = edition;
if (balanceRule === null) throw new Error('no balance rule');
const lenient: Edition = {
  // Most random counties fail at once; with low thresholds every outcome occurs.
  ...edition,
  indicators: edition.indicators.map((each) => ({ ...each, thresholds: { primary: '0.4', junior: '0.4' } })),
  balanceRule: { ...balanceRule, limits: { primary: '2', junior: '1.5' } },
};

const complete = countyArbitrary({ missing: 0, maximumSchools: 8 });
const partial = countyArbitrary({ missing: 15, maximumSchools: 6 });

describe('properties', () => {
  test('the order of schools and of cells changes no byte', () => {
    fc.assert(
      fc.property(partial, fc.infiniteStream(fc.nat()), (dataSet, dice) => {
        const shuffled: DataSet = {
          ...dataSet,
          schools: shuffle(dataSet.schools, dice).map((school) => ({
            ...school,
            cells: Object.fromEntries(shuffle(Object.entries(school.cells), dice)),
          })),
        };
        expect(canonicalJson(evaluateCounty(edition, shuffled, {}))).toBe(
          canonicalJson(evaluateCounty(edition, dataSet, {})),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('evaluating twice gives the same bytes, and the result survives JSON', () => {
    fc.assert(
      fc.property(partial, (dataSet) => {
        const once = evaluateCounty(edition, dataSet, {});
        expect(canonicalJson(JSON.parse(JSON.stringify(once)))).toBe(
          canonicalJson(evaluateCounty(edition, dataSet, {})),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('amounts in another unit, with the factor adjusted, change nothing but the unit', () => {
    // Equipment in yuan instead of 万元: same values, same CVs, same outcomes.
    const inYuan: Edition = {
      ...edition,
      items: edition.items.map((item) =>
        item.id === 'equipment-value' ? { ...item, value: { kind: 'number', scale: 2 } } : item,
      ),
      indicators: edition.indicators.map((each) => (each.id === 'R6' ? { ...each, unitFactor: '1' } : each)),
    };
    fc.assert(
      fc.property(complete, (dataSet) => {
        const converted: DataSet = {
          ...dataSet,
          schools: dataSet.schools.map((school) => ({
            ...school,
            cells: {
              ...school.cells,
              'equipment-value': String(Math.round(Number(school.cells['equipment-value']) * 100) * 100),
            },
          })),
        };
        expect(numbersOf(evaluateCounty(inYuan, converted, {}))).toEqual(
          numbersOf(evaluateCounty(edition, dataSet, {})),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('ten times the pupils and ten times everything is the same county', () => {
    fc.assert(
      fc.property(complete, (dataSet) => {
        const tenfold: DataSet = {
          ...dataSet,
          schools: dataSet.schools.map((school) => ({
            ...school,
            cells: Object.fromEntries(
              Object.entries(school.cells).map(([key, value]) => [
                key,
                /^\d/.test(value) ? decimalTimesTen(value) : value,
              ]),
            ),
          })),
        };
        // A teaching point must not grow into scope.
        const everyone: Edition = { ...edition, scope: { ...edition.scope, minimumPupils: [] } };
        const small = evaluateCounty(everyone, dataSet, {});
        const large = evaluateCounty(everyone, tenfold, {});
        expect(numbersOf(large)).toEqual(numbersOf(small));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['weighted', edition],
    ['weighted', lenient],
    ['reported-by-stage', lenient],
  ] as const)('what is decided with cells missing holds for any completion (%s)', (split, own) => {
    let decided = 0;
    fc.assert(
      fc.property(partial, fc.infiniteStream(fc.nat({ max: 4000 })), (dataSet, dice) => {
        const first = evaluateCounty(own, dataSet, { split });
        for (let attempt = 0; attempt < 2; attempt += 1) {
          const last = evaluateCounty(own, fill(own, dataSet, split, dice), { split });
          decided += expectAgreement(first, last);
        }
      }),
      { numRuns: 70 },
    );
    expect(decided).toBeGreaterThan(100);
  });
});

/** Fills every cell an evaluation misses with anything at all, until nothing is missing. */
function fill(
  own: Edition,
  dataSet: DataSet,
  split: 'weighted' | 'reported-by-stage',
  dice: Iterator<number>,
): DataSet {
  let current = dataSet;
  for (let round = 0; round < 4; round += 1) {
    const result = evaluateCounty(own, current, { split });
    const missing = new Map<string, Set<string>>();
    const note = (schoolId: string, key: string) =>
      missing.set(schoolId, (missing.get(schoolId) ?? new Set()).add(key));
    for (const problem of result.dataProblems) for (const key of problem.missing) note(problem.schoolId, key);
    for (const stage of result.resourceAllocation.stages)
      for (const cv of stage.cvs) for (const cell of cv.missing) note(cell.schoolId, cell.key);
    if (missing.size === 0) break;
    current = {
      ...current,
      schools: current.schools.map((school) => {
        const cells: Record<string, string> = { ...school.cells };
        for (const key of missing.get(school.schoolId) ?? []) cells[key] = anyValue(key, dice, cells);
        return { ...school, cells };
      }),
    };
  }
  return current;
}

function anyValue(key: string, dice: Iterator<number>, cells: Readonly<Record<string, string>>): string {
  const number = Number(dice.next().value ?? 0);
  if (key === 'school-type') return ['primary', 'junior', 'nine-year', 'special-education'][number % 4] ?? 'primary';
  if (key.startsWith('pupils.')) return String(number % 700);
  // Completions that contradict what is reported are no completions: indoor rooms are part of all rooms.
  if (key.startsWith('indoor-sports-rooms-area'))
    return String(number % (Math.floor(Number(cells[key.replace('indoor-sports', 'teaching')] ?? 0)) + 1));
  if (key.startsWith('teaching-rooms-area'))
    return String(Number(cells[key.replace('teaching-rooms', 'indoor-sports-rooms')] ?? 0) + number);
  // Zero, small and huge in turn.
  return String([0, number % 5, number, number * 1000][number % 4] ?? 0);
}

/** Returns how many decisions were compared. */
function expectAgreement(first: CountyEvaluation, last: CountyEvaluation): number {
  let compared = 0;
  const agree = (before: Outcome | undefined, after: Outcome | undefined, what: string) => {
    if (before !== 'met' && before !== 'unmet') return;
    compared += 1;
    if (after !== before) throw new Error(`${what}: decided ${before}, completed ${String(after)}`);
  };
  const after = schoolOutcomes(last);
  for (const [school, outcome] of schoolOutcomes(first)) agree(outcome, after.get(school), school);
  for (const stage of first.resourceAllocation.stages) {
    const completed = last.resourceAllocation.stages.find((each) => each.stage === stage.stage);
    agree(stage.outcome, completed?.outcome, stage.stage);
    agree(stage.schoolsOutcome, completed?.schoolsOutcome, `${stage.stage} schools`);
    for (const cv of stage.cvs) {
      agree(
        cv.outcome,
        completed?.cvs.find((each) => each.indicatorId === cv.indicatorId)?.outcome,
        `${stage.stage} ${cv.indicatorId}`,
      );
    }
  }
  agree(first.resourceAllocation.outcome, last.resourceAllocation.outcome, 'resource allocation');
  agree(first.county.outcome, last.county.outcome, 'county');
  return compared;
}

function schoolOutcomes(result: CountyEvaluation): ReadonlyMap<string, Outcome> {
  return new Map(result.schoolStages.map((each) => [`${each.schoolId} ${each.stage}`, each.outcome]));
}

function numbersOf(result: CountyEvaluation): unknown {
  return {
    stages: result.resourceAllocation.stages.map((stage) => ({
      outcome: stage.outcome,
      cvs: stage.cvs.map((cv) => [cv.cv, cv.mean, cv.outcome]),
    })),
    schools: result.schoolStages.map((school) => [
      school.schoolId,
      school.outcome,
      school.indicators.map((each) => [each.exact, each.outcome]),
    ]),
  };
}

function decimalTimesTen(text: string): string {
  const [integer = '', fraction = ''] = text.split('.');
  const digits = `${integer}${fraction.padEnd(1, '0').slice(0, 1)}`.replace(/^0+(?=\d)/, '');
  return fraction.length > 1 ? `${digits}.${fraction.slice(1)}` : digits;
}

function shuffle<T>(values: readonly T[], dice: Iterator<number>): T[] {
  const result = [...values];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Number(dice.next().value ?? 0) % (index + 1);
    const [a, b] = [result[index], result[other]];
    if (a !== undefined && b !== undefined) [result[index], result[other]] = [b, a];
  }
  return result;
}
