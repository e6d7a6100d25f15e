import { expect, test } from '@jest/globals';
import type { EvaluationWithResult } from '../../../server/evaluations.ts';
import { runRequest, sameAgain } from './run-request.ts';

test('the usual run asks for nothing special', () => {
  expect(runRequest({ split: null, editionId: 'own', dataSetId: null }, 'own')).toEqual({});
  expect(runRequest({ split: 'reported-by-stage', editionId: 'other', dataSetId: 'd' }, 'own')).toEqual({
    split: 'reported-by-stage',
    editionId: 'other',
    dataSetId: 'd',
  });
});

test('the same again takes data, edition, split and day from the run, not from today', () => {
  const run = {
    editionId: 'own',
    dataSet: { id: 'd' },
    result: { options: { split: 'reported-by-stage', evaluationDate: '2025-11-20' } },
  } as unknown as EvaluationWithResult;
  expect(sameAgain(run)).toEqual({
    split: 'reported-by-stage',
    dataSetId: 'd',
    editionId: 'own',
    evaluationDate: '2025-11-20',
  });
});
