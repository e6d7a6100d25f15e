import { expect, it } from '@jest/globals';
import { editionById, evaluateSchool, type CheckFinding } from '@junheng/evaluation-core';
import type { WeighedFinding, Weight } from './progress.ts';
import { summaryOf } from './summary.ts';

const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('edition');
const school = { schoolId: 's', code: '1', name: '甲', parentSchoolId: null, countedAsSchool: true };
const finding: CheckFinding = { ruleId: 'x', severity: 'soft', cells: [], messageKey: 'k', hintKey: 'h', facts: {} };
const weighing = (weight: Weight): WeighedFinding => ({ finding, weight, reason: '' });

it('counts what is put a name to: entries, findings by what they take, indicators by stage', () => {
  const summary = summaryOf({
    progress: { filled: 3, required: 9 },
    findings: [weighing('explained'), weighing('explained'), weighing('information')],
    evaluation: evaluateSchool(edition, { ...school, cells: { 'school-type': 'primary' } }),
  });
  expect(summary).toEqual({
    filled: 3,
    required: 9,
    findings: { blocks: 0, 'needs-reason': 0, explained: 2, information: 1 },
    stages: [{ stage: 'primary', met: 0, of: 7 }],
  });
});

it('names no indicators of a school that is not evaluated', () => {
  const cells = { 'school-type': 'special-education' };
  const evaluation = evaluateSchool(edition, { ...school, cells });
  expect(evaluation.scope.state).toBe('out');
  expect(summaryOf({ progress: { filled: 0, required: 0 }, findings: [], evaluation }).stages).toEqual([]);
});
