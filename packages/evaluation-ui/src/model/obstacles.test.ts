import { expect, test } from '@jest/globals';
import { editionById, type Edition } from '@junheng/evaluation-core';
import {
  cvEvaluation,
  countyEvaluation,
  indicatorEvaluation,
  schoolStage,
  stageEvaluation,
} from './county-evaluation.factory.ts';
import { obstaclesOf } from './obstacles.ts';

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('edition');
  return found;
}
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
