import { expect, test } from '@jest/globals';
import { guardApproval } from './approval-guard.ts';
import { listedReport } from './listed-report.factory.ts';

test('a selection falls into clean, with warnings, and refused with the reason', () => {
  const clean = listedReport();
  const explained = listedReport({ softFindings: 2 });
  const incomplete = listedReport({ filled: 16, required: 44 });
  const unexplained = listedReport({ softFindings: 2, softWithoutReason: 1 });
  const broken = listedReport({ hardFindings: 1, softWithoutReason: 1 });
  const filling = listedReport({ status: 'filling', hardFindings: 3 });
  const approved = listedReport({ status: 'approved' });

  expect(guardApproval([clean, explained, incomplete, unexplained, broken, filling, approved], ['county'])).toEqual({
    clean: [clean],
    withWarnings: [explained, incomplete],
    refused: [
      { row: unexplained, why: 'warnings-without-reason' },
      { row: broken, why: 'hard-findings' },
      { row: filling, why: 'not-submitted' },
      { row: approved, why: 'not-submitted' },
    ],
  });
});

test('nothing selected, nothing to do', () => {
  expect(guardApproval([], ['county'])).toEqual({ clean: [], withWarnings: [], refused: [] });
});
