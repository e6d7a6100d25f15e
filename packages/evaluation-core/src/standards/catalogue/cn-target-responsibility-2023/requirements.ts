import type { Dimension, Requirement, RequirementRule } from '../../requirement.ts';
import type { Deduction, ScoredPoint, Scoring } from '../../score-card.ts';
import { constant, difference, reported } from '../amount-builders.ts';
import { answer, compared, requirement } from '../cn-2017-quality-balance/requirement-builders.ts';
import { monitoredGrades, monitoredSubjects, monitoringItem } from './county-items.ts';
import { blank, report } from './sources.ts';

const heads = ['monitoring', 'senior-high', 'vocational', 'teacher-balance'].map((id) => `target-${id}`);

export const dimensions: readonly Dimension[] = [
  { id: 'target-responsibility', parent: null },
  ...heads.map((id) => ({ id, parent: 'target-responsibility' })),
];

/** Points off where the rule does not hold; null = blank in the report. */
function unless(id: string, rule: RequirementRule, each: string | null): Deduction {
  return { id, occurrences: { kind: 'unless', rule }, each, atMost: null };
}

/** Below the mean of the prefecture (低于全州平均水平). */
const belowPrefecture: readonly Deduction[] = monitoredGrades.flatMap((grade) =>
  monitoredSubjects.map((subject) =>
    unless(
      `${grade}-${subject}`,
      compared(
        reported(monitoringItem(grade, subject, 'county')),
        'at-least',
        reported(monitoringItem(grade, subject, 'prefecture')),
      ),
      null,
    ),
  ),
);

function point(id: string, dimension: string, clause: string, scoring: Scoring): ScoredPoint {
  return { id, dimension, maximum: null, scoring, evidence: [], responsible: null, source: blank(clause) };
}

const points: readonly ScoredPoint[] = [
  point('target-monitoring', 'target-monitoring', '二（一）', { kind: 'deductions', deductions: belowPrefecture }),
  point('target-senior-high', 'target-senior-high', '二（二）', {
    kind: 'deductions',
    // The one deduction whose points are printed: 无一级二等以上高中扣1分.
    deductions: [unless('first-grade-senior-high', answer('has-first-grade-senior-high'), '1')],
  }),
  point('target-vocational', 'target-vocational', '二（三）', {
    kind: 'deductions',
    deductions: [
      unless('integration', answer('industry-education-integration-sufficient'), null),
      unless('industry-college', answer('industry-college-progressing'), null),
      unless('teaching-results', answer('teaching-results-own-profile'), null),
      unless('adult-secondary', answer('adult-secondary-closure-finished'), null),
      {
        id: 'conditions-unmet',
        occurrences: {
          kind: 'amount',
          amount: difference(reported('vocational-conditions-asked'), reported('vocational-conditions-met')),
        },
        each: null,
        atMost: null,
      },
    ],
  }),
  point('target-employment', 'target-vocational', '二（三）', {
    kind: 'per-shortfall',
    value: reported('employment-rate'),
    standard: reported('employment-rate-prefecture'),
    step: '1',
    deduct: null,
    partial: 'whole',
  }),
  point('target-teacher-balance', 'target-teacher-balance', '二（四）', {
    kind: 'judged',
    item: 'primary-teacher-balance-score',
  }),
];

/**
 * 教育高质量发展行动落实情况考核: 20 points, deductions by head, no pass mark; the counties are ranked by it. Nobody is asked to
 * reach a place, so the place is told as a number and not judged.
 */
export const requirements: readonly Requirement[] = [
  requirement('target-score', 'target-responsibility', report('二', '20 points in all'), [], {
    kind: 'scored',
    total: '20',
    pass: null,
    points,
  }),
  requirement(
    'target-place',
    'target-responsibility',
    report('二', 'the place is printed (10); how many counties are ranked is not'),
    [],
    // A place is a place among those ranked: this holds for every true report and shows the two numbers beside each other.
    compared(reported('assessment-rank'), 'at-most', reported('assessed-counties')),
  ),
  requirement(
    'target-conditions-within-asked',
    'target-vocational',
    report('二（三）', 'the report says none met and three of five met: both numbers are asked'),
    [],
    compared(
      difference(reported('vocational-conditions-asked'), reported('vocational-conditions-met')),
      'at-least',
      constant('0'),
    ),
  ),
];
