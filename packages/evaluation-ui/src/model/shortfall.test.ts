import { describe, expect, test } from '@jest/globals';
import { editionById, type Edition } from '@junheng/evaluation-core';
import {
  cvEvaluation,
  countyEvaluation,
  indicatorEvaluation,
  schoolStage,
  stageEvaluation,
} from './county-evaluation.factory.ts';
import { obstaclesOf } from './obstacles.ts';
import { shortfallOf } from './shortfall.ts';

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('edition');
  return found;
}
const trace = (amount: string | null, pupils: string | null, share: string | null = null) => ({
  amount,
  pupils,
  share,
  cells: [],
});

describe('what is missing to a threshold', () => {
  test('teachers: whole persons, rounded up', () => {
    // 4.2 * 301 / 100 = 12.642; 12 are there
    const indicator = indicatorEvaluation({ outcome: 'unmet', threshold: '4.2', trace: trace('12', '301') });
    expect(shortfallOf(edition(), indicator)).toEqual({ amount: '1', unit: 'person', forWholeSchool: null });
  });

  test('area shared out between stages: for the stage and for the whole school', () => {
    // 4.5 * 166 = 747; 700.005 are there; the stage has 166/397 of the school
    const indicator = indicatorEvaluation({
      indicatorId: 'R4',
      outcome: 'unmet',
      threshold: '4.5',
      trace: trace('700.005', '166', '166/397'),
    });
    expect(shortfallOf(edition(), indicator)).toEqual({ amount: '47', unit: 'square-metre', forWholeSchool: '112.4' });
  });

  test('equipment in 万元, to the yuan', () => {
    // 2000 * 333 = 666000 yuan = 66.6; 60.000001 are there
    const indicator = indicatorEvaluation({
      indicatorId: 'R6',
      outcome: 'unmet',
      threshold: '2000',
      trace: trace('60.000001', '333'),
    });
    expect(shortfallOf(edition(), indicator)).toEqual({
      amount: '6.6',
      unit: 'ten-thousand-yuan',
      forWholeSchool: null,
    });
  });

  test('nothing to say of what is met or unknown', () => {
    expect(shortfallOf(edition(), indicatorEvaluation({ outcome: 'met' }))).toBeNull();
    expect(shortfallOf(edition(), indicatorEvaluation({ outcome: 'unmet', trace: trace(null, '300') }))).toBeNull();
  });
});

test('obstacles: worst school first, coefficients by how far they are over, the drivers named', () => {
  const below = indicatorEvaluation({ outcome: 'unmet', aboveFloor: false });
  const above = indicatorEvaluation({ indicatorId: 'R2', outcome: 'unmet', aboveFloor: true });
  const result = countyEvaluation({
    schoolStages: [
      schoolStage({ schoolId: 'a', name: '甲', code: '1', outcome: 'unmet', indicators: [above] }),
      schoolStage({ schoolId: 'b', name: '乙', code: '2', outcome: 'unmet', indicators: [above, below] }),
      schoolStage({ schoolId: 'c', name: '丙', code: '3' }),
    ],
    resourceAllocation: {
      outcome: 'unmet',
      complete: true,
      stages: [
        stageEvaluation({
          cvs: [
            cvEvaluation({ indicatorId: 'R1', outcome: 'unmet', cv: 0.50004 }),
            cvEvaluation({
              indicatorId: 'R2',
              outcome: 'unmet',
              cv: 0.61,
              contributions: [
                { schoolId: 'a', share: 0.2 },
                { schoolId: 'b', share: 0.7 },
                { schoolId: 'c', share: 0.06 },
                { schoolId: 'd', share: 0.04 },
              ],
            }),
            cvEvaluation({ indicatorId: 'R3', outcome: 'undetermined', cv: null }),
          ],
        }),
      ],
    },
  });
  const obstacles = obstaclesOf(result, edition());
  expect(obstacles.unmetSchools.map((each) => each.school.name)).toEqual(['乙', '甲']);
  expect(obstacles.unmetSchools[0]?.unmet.map((each) => each.indicator.indicatorId)).toEqual(['R1', 'R2']);
  expect(obstacles.unmetCvs.map((each) => [each.cv.indicatorId, each.excess])).toEqual([
    ['R2', '0.110'],
    ['R1', '0.00004'],
  ]);
  expect(obstacles.unmetCvs[0]?.drivers.map((each) => each.name)).toEqual(['乙', '甲', '丙']);
  expect(obstacles.undeterminedCvs).toMatchObject([{ stage: 'primary', reason: null, cvs: [{ indicatorId: 'R3' }] }]);
});
