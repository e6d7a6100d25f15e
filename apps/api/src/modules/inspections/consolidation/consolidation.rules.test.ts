import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VisitState } from '../visits/visits.types.ts';
import { aboutOpinions, basisOf, consolidate, stillOpen, toDecide } from './consolidation.rules.ts';
import type { ToConsolidate } from './consolidation.types.ts';

const AT = new Date('2026-10-20T01:00:00Z');
const SCHOOL = '11111111-1111-4111-8111-111111111111';
const PEOPLE = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`);
const [ANNA = '', BELA = ''] = PEOPLE;

/** A signed visit at which these scored one point, and found these values of one cell. */
function made(
  scores: readonly (readonly [string, string])[],
  values: readonly (readonly [string, string])[],
): ToConsolidate {
  const entry = (key: string, value: string, personId: string | null) => ({
    entry: key,
    value,
    revision: 1,
    personId,
    typedAt: AT,
    clockAheadSeconds: 0,
    at: AT,
    by: `督学${personId?.slice(0, 1) ?? ''}`,
  });
  const last = values.at(-1);
  const visit = {
    school: {
      schoolId: SCHOOL,
      code: '1',
      name: '某校',
      countyCode: '990101',
      type: 'primary',
      locale: 'town',
      drawId: null,
    },
    row: {
      id: 'visit',
      schoolId: SCHOOL,
      revision: 1,
      savedAt: AT,
      signedAt: AT,
      signedByName: '督学a',
      signedHash: 'h',
      reopenings: 0,
    },
    entries: [
      ...scores.map(([person, value]) => entry(`score:${person}/G1`, value, person)),
      ...(last === undefined ? [] : [entry('verified:area', last[1], null)]),
    ],
    found: values.map(([personId, value]) => ({
      visitId: 'visit',
      entry: 'verified:area',
      personId,
      name: personId,
      value,
      at: AT,
    })),
    checklist: {
      points: [
        {
          point: 'G1',
          requirementId: 'G1',
          pointId: null,
          maximum: '10',
          dimension: '',
          deductions: [],
          evidence: [],
          clause: null,
        },
      ],
      cells: [
        {
          cell: 'area',
          itemId: 'area',
          stage: null,
          section: '',
          unit: null,
          value: { kind: 'number', scale: 2 },
          counted: false,
          reported: '5',
        },
      ],
      vetoes: [],
    },
  } as unknown as VisitState;
  return {
    visits: [visit],
    resolutions: [],
    limit: { kind: 'share', value: '20' },
  };
}

const resolution = (entry: string, about: string, value: string | null) => ({
  id: 1,
  schoolId: SCHOOL,
  entry,
  about,
  value,
  reason: '重新测量',
  at: AT,
  by: '组长',
});

test('a difference is open until it is decided, and a decision is only about the opinions it was made on', () => {
  const apart = made(
    [
      [ANNA, '2'],
      [BELA, '9'],
    ],
    [
      [ANNA, '4'],
      [BELA, '6'],
    ],
  );
  const open = stillOpen(consolidate(apart));
  expect(open.map(({ at, code }) => [at, code])).toEqual([
    ['score:G1', 'score-differs'],
    ['verified:area', 'value-differs'],
  ]);
  const about = (entry: string) => toDecide(apart, consolidate(apart), SCHOOL, entry) ?? '';
  const decided = {
    ...apart,
    resolutions: [
      resolution('score:G1', about('score:G1'), '6'),
      { ...resolution('verified:area', about('verified:area'), '5.5'), id: 2 },
    ],
  };
  const [school] = consolidate(decided);
  expect(stillOpen([...consolidate(decided)])).toEqual([]);
  expect(school?.points[0]).toMatchObject({
    state: 'resolved',
    final: '6',
    spread: '7',
    resolution: { reason: '重新测量' },
  });
  expect(school?.cells[0]).toMatchObject({ state: 'resolved', final: '5.5' });
  expect(basisOf(decided)).not.toBe(basisOf(apart));
  // Somebody scored otherwise since: the decision was on other scores.
  const since = {
    ...decided,
    visits: made(
      [
        [ANNA, '3'],
        [BELA, '9'],
      ],
      [
        [ANNA, '4'],
        [BELA, '6'],
      ],
    ).visits,
  };
  expect(stillOpen(consolidate(since)).map(({ at }) => at)).toEqual(['score:G1']);
});

test('what agrees is nothing to decide, nor is what is not there', () => {
  const sources = made(
    [
      [ANNA, '5'],
      [BELA, '5'],
    ],
    [[ANNA, '4']],
  );
  const agreed = consolidate(sources);
  expect(toDecide(sources, agreed, SCHOOL, 'score:G1')).toBeNull();
  expect(toDecide(sources, agreed, SCHOOL, 'verified:area')).toBeNull();
  expect(toDecide(sources, agreed, SCHOOL, 'verified:other')).toBeNull();
  expect(toDecide(sources, agreed, SCHOOL, 'visit:left-out')).toBeNull();
  expect(agreed[0]?.cells[0]).toMatchObject({ state: 'changed', final: '4', reported: '5' });
});

test('of a visit that is not signed nothing is shown; it is open until the school is left out', () => {
  const sources = made(
    [
      [ANNA, '2'],
      [BELA, '9'],
    ],
    [],
  );
  const unsigned = {
    ...sources,
    visits: sources.visits.map((visit) => ({
      ...visit,
      row: visit.row === null ? null : { ...visit.row, signedAt: null },
    })),
  };
  const schools = consolidate(unsigned);
  expect(schools[0]).toMatchObject({ signed: null, points: [], cells: [] });
  expect(stillOpen(schools).map(({ code }) => code)).toEqual(['visit-unsigned']);
  const about = toDecide(unsigned, schools, SCHOOL, 'visit:left-out') ?? '';
  const leftOut = [resolution('visit:left-out', about, null)];
  expect(stillOpen(consolidate({ ...unsigned, resolutions: leftOut }))).toEqual([]);
  // Signed after all and reopened, it is open again: nobody decided to leave out what was visited.
  const reopened = {
    ...unsigned,
    resolutions: leftOut,
    visits: unsigned.visits.map((visit) => ({
      ...visit,
      row: visit.row === null ? null : { ...visit.row, reopenings: 1 },
    })),
  };
  expect(stillOpen(consolidate(reopened)).map(({ code }) => code)).toEqual(['visit-unsigned']);
  expect(toDecide(reopened, schools, SCHOOL, 'visit:left-out')).not.toBe(about);
  expect(basisOf(reopened)).not.toBe(basisOf({ ...unsigned, resolutions: leftOut }));
  // Signed after all, it counts again.
  expect(consolidate({ ...sources, resolutions: leftOut })[0]).toMatchObject({
    leftOut: null,
    open: [{ at: 'score:G1' }],
  });
});

const opinions = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...PEOPLE),
    fc.integer({ min: 0, max: 1000 }).map((each) => String(each / 100)),
  ),
  { selector: ([person]) => person, minLength: 1, maxLength: 3 },
);

test('the order in which entries arrive changes nothing', () => {
  fc.assert(
    fc.property(opinions, opinions, (scores, values) => {
      const one = made(scores, values);
      const other = {
        ...one,
        visits: one.visits.map((visit) => ({
          ...visit,
          entries: [...visit.entries].reverse(),
          found: [...visit.found].reverse(),
        })),
      };
      expect(consolidate(other)).toEqual(consolidate(one));
      expect(basisOf(other)).toBe(basisOf(one));
    }),
  );
});

test('an unresolved difference never passes, and a decision on other opinions resolves nothing', () => {
  fc.assert(
    fc.property(opinions, opinions, opinions, (scores, values, others) => {
      const sources = made(scores, values);
      const about = aboutOpinions(others.map(([personId, value]) => ({ personId, name: '', value })));
      const resolutions = [resolution('score:G1', about, '5'), { ...resolution('verified:area', about, '5'), id: 2 }];
      const [school] = consolidate({ ...sources, resolutions });
      const points = scores.map(([, value]) => Number(value) * 100);
      const apart = Math.max(...points) - Math.min(...points) > 200.001;
      const point = school?.points[0];
      const same = aboutOpinions(scores.map(([personId, value]) => ({ personId, name: '', value }))) === about;
      expect(point?.state === 'differs').toBe(apart && !same);
      const cell = school?.cells[0];
      const distinct = new Set(values.map(([, value]) => value)).size > 1;
      if (distinct && cell?.state !== 'resolved') expect(school?.open.map(({ at }) => at)).toContain('verified:area');
      expect(cell?.final === null).toBe(cell?.state === 'differs');
    }),
  );
});
