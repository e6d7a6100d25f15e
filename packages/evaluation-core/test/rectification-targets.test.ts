import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCounty } from '../src/index.ts';
import {
  numbersOfSchool,
  numbersToTrack,
  targetKey,
  targetStanding,
  targetState,
  targetUnit,
} from '../src/rectification/target.ts';
import type { Target, TargetPlace } from '../src/rectification/target.ts';
import type { Standing } from '../src/rectification/standing-at.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';

const measured = (value: number | null, exact: string | null): Standing => ({
  outcome: 'unmet',
  measured: { value, exact, comparator: 'at-most', limit: '0.5' },
});
const atMost = (value: string): Target => ({ comparator: 'at-most', value });
const atLeast = (value: string): Target => ({ comparator: 'at-least', value });

describe('a target of the year', () => {
  test.each([
    ['reached exactly', measured(0.5, '1/2'), atMost('0.5'), false, 'reached'],
    ['by a hair not', measured(0.5, '500000000000001/1000000000000000'), atMost('0.5'), false, 'under-way'],
    ['not, and late', measured(0.55, null), atMost('0.5'), true, 'missed'],
    ['reached, though late', measured(0.45, null), atMost('0.5'), true, 'reached'],
    ['from below', measured(96, '96'), atLeast('95'), false, 'reached'],
    ['from below not yet', measured(94.9, '949/10'), atLeast('95'), false, 'under-way'],
    ['a double on the limit decides nothing', measured(0.5, null), atMost('0.5'), true, 'unknown'],
    ['nobody knows', measured(null, null), atMost('0.5'), true, 'unknown'],
    ['no such place', null, atMost('0.5'), false, 'unknown'],
    [
      'what a part of the data say',
      { ...measured(0.3, null), outcome: 'undetermined' },
      atMost('0.5'),
      false,
      'unknown',
    ],
  ] as const)('%s', (_name, standing, target, late, state) => {
    expect(targetState(standing, target, late)).toBe(state);
  });

  test('nothing known is never reached or missed, and what is reached is never missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.boolean(),
        (now, wanted, late) => {
          const state = targetState(measured(now / 1000, `${now}/1000`), atLeast((wanted / 1000).toFixed(3)), late);
          expect(state).toBe(now >= wanted ? 'reached' : late ? 'missed' : 'under-way');
        },
      ),
    );
  });
});

describe('how many schools reach an indicator', () => {
  const edition = shippedEdition('cn-2017-quality-balance');
  const own = (id: string, rooms: string) =>
    school(id, cellsOf('primary', { primary: '1000' }, { 'multimedia-classrooms': rooms }));
  const reaching = (as: 'count' | 'share'): TargetPlace => ({
    kind: 'schools-reaching',
    stage: 'primary',
    indicatorId: 'R7',
    as,
  });
  const of = (as: 'count' | 'share', ...schools: readonly ReturnType<typeof own>[]) =>
    targetStanding(evaluateCounty(edition, county(...schools)), reaching(as));

  test('is counted among those that are judged by it', () => {
    const three = [own('a', '30'), own('b', '30'), own('c', '2')] as const;
    expect(of('count', ...three)).toMatchObject({ outcome: 'unmet', measured: { value: 2, exact: '2' } });
    expect(of('share', ...three)?.measured?.exact).toBe('200/3');
    expect(targetState(of('share', ...three), atLeast('66.67'), false)).toBe('under-way');
    expect(targetState(of('share', ...three), atLeast('66.66'), false)).toBe('reached');
    expect(of('count', own('a', '30'))?.outcome).toBe('met');
  });

  test('is not known while one of them is open, and is nothing where none is judged', () => {
    const { 'multimedia-classrooms': _missing, ...cells } = own('b', '30').cells;
    const standing = of('count', own('a', '30'), { ...own('b', '30'), cells });
    expect(standing?.outcome).toBe('undetermined');
    const open = evaluateCounty(edition, county(own('a', '30'), { ...own('b', '30'), cells }));
    const tracked = numbersToTrack(open).find(({ place }) => targetKey(place) === targetKey(reaching('count')));
    expect(tracked?.measured).toMatchObject({ value: null, exact: null });
    expect(targetState(standing, atLeast('1'), true)).toBe('unknown');
    const elsewhere = { ...reaching('count'), stage: 'junior' };
    expect(targetStanding(evaluateCounty(edition, county(own('a', '30'))), elsewhere)).toBeNull();
  });

  test('every number that can be tracked is found again by its place, in its unit', () => {
    const evaluation = evaluateCounty(edition, county(own('a', '30'), own('b', '2')));
    const numbers = [...numbersToTrack(evaluation), ...numbersOfSchool(evaluation, 'a')];
    expect(new Set(numbers.map(({ place }) => targetKey(place))).size).toBe(numbers.length);
    for (const { place, measured } of numbers) expect(targetStanding(evaluation, place)?.measured).toEqual(measured);
    expect(targetUnit(edition, reaching('share'))).toBe('percent');
    expect(targetUnit(edition, { kind: 'cv', stage: 'primary', indicatorId: 'R7' })).toBeNull();
    expect(targetUnit(edition, { kind: 'indicator', schoolId: 'a', stage: 'primary', indicatorId: 'R7' })).toBe(
      'room-per-100-pupils',
    );
  });
});
