import { describe, expect, test } from '@jest/globals';
import { countyEvaluation, indicatorEvaluation, schoolStage } from './county-evaluation.factory.ts';
import { paths, readPath, summaryOf, waySteps } from './explanation-path.ts';

describe('addresses', () => {
  test.each([
    paths.county,
    paths.resourceAllocation,
    paths.requirement('G1'),
    paths.requirement('G5', 's1', 'junior'),
    'requirement/G3/21%2Fa',
    'part/G11/backbone',
    'part/G3/music/s1',
    'point/A1/1.2',
    'amount/E1/part.0/s1',
    'amount/G3/music.right.0/s1/primary',
    paths.stage('primary'),
    paths.cv('primary', 'R2'),
    paths.school('s1', 'junior'),
    paths.indicator('s1', 'junior', 'R7'),
    'quantity/s1/junior/R7',
    'share/s1/junior',
    'pupils/s1/junior',
  ])('%s is read', (path) => {
    expect(readPath(path)).not.toBeNull();
  });

  test.each([
    '',
    'castle',
    'county/x',
    'stage',
    'stage/',
    'cv/primary',
    'indicator/s1/junior',
    'indicator/a/b/c/d',
    'requirement/',
    'requirement/G5/',
    'part/G11',
    'amount/E1/part/a/b/c',
  ])('%p is none', (path) => {
    expect(readPath(path)).toBeNull();
  });

  test('a school id with a slash survives', () => {
    expect(readPath(paths.school('21/a%b', 'primary'))).toEqual({
      kind: 'school',
      schoolId: '21/a%b',
      stage: 'primary',
    });
  });

  test('the way from the county down', () => {
    expect(waySteps('quantity/s1/junior/R7')).toEqual([
      'county',
      'resource-allocation',
      'stage/junior',
      'school/s1/junior',
      'indicator/s1/junior/R7',
    ]);
    expect(waySteps('cv/primary/R1')).toEqual(['county', 'resource-allocation', 'stage/primary']);
    expect(waySteps('requirement/G5/s1/junior')).toEqual(['county', 'requirement/G5']);
    expect(waySteps('part/G3/music/s1')).toEqual(['county', 'requirement/G3', 'requirement/G3/s1']);
    expect(waySteps('amount/E1/part.0/s1')).toEqual(['county', 'requirement/E1']);
    expect(waySteps('county')).toEqual([]);
    expect(waySteps('nonsense')).toEqual([]);
  });
});

describe('what the result knows of a node', () => {
  const result = countyEvaluation({
    schoolStages: [
      schoolStage({
        schoolId: 's1',
        name: '示例小学',
        outcome: 'unmet',
        pupils: 300,
        indicators: [indicatorEvaluation({ indicatorId: 'R1', outcome: 'unmet', aboveFloor: true, value: 4 })],
      }),
    ],
  });

  test('schools, indicators, coefficients', () => {
    expect(summaryOf(result, 'school/s1/primary')).toMatchObject({ outcome: 'unmet', schoolName: '示例小学' });
    expect(summaryOf(result, 'indicator/s1/primary/R1')).toEqual({
      outcome: 'unmet',
      aboveFloor: true,
      value: 4,
      schoolName: '示例小学',
    });
    expect(summaryOf(result, 'pupils/s1/primary').value).toBe(300);
    expect(summaryOf(result, 'cv/primary/R1')).toMatchObject({ outcome: 'met', value: 0.3 });
  });

  test('what is not there is not invented', () => {
    expect(summaryOf(result, 'school/other/primary')).toEqual({
      outcome: null,
      aboveFloor: null,
      value: null,
      schoolName: null,
    });
  });
});
