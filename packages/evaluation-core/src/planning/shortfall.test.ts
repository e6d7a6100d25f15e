import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellsOf, school } from '../../test/fixtures/schools.ts';
import { editionById, evaluateSchool, shortfallOf } from '../index.ts';
import type { Cells, Edition, IndicatorEvaluation } from '../index.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const stageOf = (cells: Cells, stage: string, under: Edition = edition) =>
  evaluateSchool(under, school('a', cells), {}).stages.find((each) => each.stage === stage);
const indicatorOf = (cells: Cells, stage: string, id: string, under: Edition = edition): IndicatorEvaluation => {
  const indicator = stageOf(cells, stage, under)?.indicators.find((each) => each.indicatorId === id);
  if (indicator === undefined) throw new Error(`no ${id} in ${stage}`);
  return indicator;
};
const lacks = (cells: Cells, stage: string, id: string, under: Edition = edition) =>
  shortfallOf(under, indicatorOf(cells, stage, id, under));

describe('what an unmet indicator lacks', () => {
  test('teachers: whole heads; below the floor also what reaches it', () => {
    // 0.9 per 100 of 1234 pupils = 11.106 -> 12; the floor at 85 % = 9.4401 -> 10
    const cells = cellsOf('primary', { primary: '1234' }, { 'pe-teachers.primary': '4' });
    expect(lacks(cells, 'primary', 'R3')).toEqual({
      quantity: 'pe-and-arts-teachers',
      unit: 'person',
      amount: '3',
      toFloor: '1',
      ofStage: null,
    });
    expect(lacks({ ...cells, 'pe-teachers.primary': '5' }, 'primary', 'R3')).toMatchObject({
      amount: '2',
      toFloor: null,
    });
  });

  test('exactly on the threshold nothing is lacking', () => {
    // 0.9 * 1000 / 100 = 9
    const cells = cellsOf('primary', { primary: '1000' }, { 'pe-teachers.primary': '4' });
    expect(indicatorOf(cells, 'primary', 'R3').outcome).toBe('met');
    expect(lacks(cells, 'primary', 'R3')).toBeNull();
    expect(lacks({ ...cells, 'pe-teachers.primary': '3' }, 'primary', 'R3')).toMatchObject({ amount: '1' });
  });

  test('an area to the hundredth, money to the cent', () => {
    const cells = cellsOf('primary', { primary: '333' }, { 'equipment-value': '60.000001' });
    // 2000 * 333 = 666000 yuan = 66.6 万元
    expect(lacks(cells, 'primary', 'R6')).toMatchObject({ unit: 'ten-thousand-yuan', amount: '6.599999' });
    const rooms = cellsOf('primary', { primary: '333' }, { 'teaching-rooms-area': '1900' });
    // 4.5 * 333 = 1498.5, there are 1900 - 500.5 = 1399.5
    expect(lacks(rooms, 'primary', 'R4')).toMatchObject({ unit: 'square-metre', amount: '99', toFloor: null });
  });

  test('a whole-school amount is what the school has to add, so that the stage gets its part', () => {
    const cells = cellsOf('nine-year', { primary: '300', junior: '200' }, { 'multimedia-classrooms': '10' });
    const { trace } = indicatorOf(cells, 'junior', 'R7');
    expect(trace.share).toBe('11/26');
    // 2.4 * 200 / 100 = 4.8 for the stage, which has 10 * 11/26; the school needs 4.8 * 26/11 = 11.34 -> 12
    expect(lacks(cells, 'junior', 'R7')).toMatchObject({ amount: '2', ofStage: '1' });
  });

  test('an edition that rounds before it compares needs less', () => {
    const rounding: Edition = {
      ...edition,
      rounding: { ...edition.rounding, indicators: { kind: 'half-up', decimals: 1 } },
    };
    // 100 * x / 1234 >= 0.85 instead of 0.9: 10.489 -> 11
    const cells = cellsOf('primary', { primary: '1234' }, { 'pe-teachers.primary': '4' });
    expect(lacks(cells, 'primary', 'R3', rounding)).toMatchObject({ amount: '2' });
  });

  test('nothing is said of what is met, or unknown', () => {
    const { 'multimedia-classrooms': _, ...cells } = cellsOf('primary', { primary: '1000' });
    expect(lacks(cells, 'primary', 'R7')).toBeNull();
    expect(lacks(cellsOf('primary', { primary: '1000' }), 'primary', 'R7')).toBeNull();
  });
});

/** The cell one would add to, and its scale. */
const cellToRaise: Readonly<Record<string, readonly [item: string, scale: number, ofSchool: boolean]>> = {
  R1: ['teachers-bachelor', 0, false],
  R2: ['backbone-teachers', 0, false],
  R3: ['arts-teachers', 0, false],
  R4: ['teaching-rooms-area', 2, true],
  R5: ['sports-field-area', 2, true],
  R6: ['equipment-value', 6, true],
  R7: ['multimedia-classrooms', 0, true],
};

const stagesOf: Readonly<Record<string, readonly string[]>> = {
  primary: ['primary'],
  junior: ['junior'],
  'nine-year': ['primary', 'junior'],
  'twelve-year': ['primary', 'junior', 'senior'],
};

/** `a + b - less` units of the last place, as a decimal of that scale. */
function raised(a: string, b: string, scale: number, less: bigint): string {
  const units = (text: string): bigint => {
    const [whole = '0', digits = ''] = text.split('.');
    return BigInt(whole + digits.padEnd(scale, '0'));
  };
  const text = (units(a) + units(b) - less).toString().padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

test('added to the report it reaches the standard, one unit less does not', () => {
  const heads = (maximum: number) => fc.integer({ min: 0, max: maximum }).map(String);
  const cells = fc
    .record({
      type: fc.constantFrom(...Object.keys(stagesOf)),
      pupils: fc.tuple(heads(3000), heads(3000), heads(3000)),
      amounts: fc.record(Object.fromEntries(Object.keys(cellToRaise).map((id) => [id, heads(40)]))),
    })
    .map(({ type, pupils, amounts }) => {
      const stages = stagesOf[type] ?? [];
      const counts = Object.fromEntries(stages.map((stage, index) => [stage, pupils[index] ?? '1']));
      const overrides = Object.entries(cellToRaise).flatMap(([id, [item, , ofSchool]]) =>
        ofSchool
          ? [[item, id === 'R4' ? `${amounts[id] ?? '0'}00` : (amounts[id] ?? '0')] as const]
          : stages
              .filter((stage) => stage !== 'senior')
              .map((stage) => [`${item}.${stage}`, amounts[id] ?? '0'] as const),
      );
      return cellsOf(type, counts, { ...Object.fromEntries(overrides), 'indoor-sports-rooms-area': '0' });
    });
  let seen = 0;
  fc.assert(
    fc.property(cells, (reported) => {
      for (const { stage, indicators } of evaluateSchool(edition, school('a', reported), {}).stages) {
        for (const indicator of indicators) {
          const shortfall = shortfallOf(edition, indicator);
          expect(shortfall !== null).toBe(indicator.outcome === 'unmet');
          const place = cellToRaise[indicator.indicatorId];
          if (shortfall === null || place === undefined) continue;
          const [item, scale, ofSchool] = place;
          const key = ofSchool ? item : `${item}.${stage}`;
          const after = (amount: string, less: bigint) =>
            indicatorOf(
              { ...reported, [key]: raised(reported[key] ?? '0', amount, scale, less) },
              stage,
              indicator.indicatorId,
            );
          seen += 1;
          expect(after(shortfall.amount, 0n).outcome).toBe('met');
          expect(after(shortfall.amount, 1n).outcome).toBe('unmet');
          expect(shortfall.toFloor === null).toBe(indicator.aboveFloor !== false);
          if (shortfall.toFloor === null) continue;
          expect(after(shortfall.toFloor, 0n).aboveFloor).toBe(true);
          expect(after(shortfall.toFloor, 1n).aboveFloor).toBe(false);
        }
      }
    }),
    { numRuns: 50 },
  );
  expect(seen).toBeGreaterThan(100);
});
