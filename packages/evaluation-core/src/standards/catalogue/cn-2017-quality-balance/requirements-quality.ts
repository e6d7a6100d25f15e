import type { Requirement } from '../../requirement.ts';
import { constant, product, reported, sum } from '../amount-builders.ts';
import { notVocational } from './conditions.ts';
import { allOf, answer, compared, percentAtLeast, requirement } from './requirement-builders.ts';
import { respondentGroups } from './respondent-groups.ts';
import { retentionFormulas } from './retention.ts';
import { instrument } from './sources.ts';

const group = 'quality';
const clause = (number: number, note: string | null = null) => instrument(`教育质量 ${number}`, 'A', note);

export const qualityRequirements: readonly Requirement[] = [
  requirement(
    'E1',
    group,
    clause(1, 'formula V1 of a city’s sheet; V2 is in use elsewhere'),
    ['graduation-lists', 'pupil-movements'],
    retentionFormulas.V1,
  ),
  requirement(
    'E2',
    group,
    clause(2),
    ['disability-lists'],
    percentAtLeast(reported('children-with-disabilities-enrolled'), reported('children-with-disabilities'), '95'),
  ),
  requirement(
    'E3',
    group,
    clause(3),
    ['school-charters', 'informatisation-records'],
    allOf(
      ['charters', answer('every-school-has-charter')],
      ['informatised', answer('management-and-teaching-informatised')],
    ),
  ),
  requirement(
    'E4',
    group,
    clause(4),
    ['training-budgets'],
    percentAtLeast(reported('training-funds-budget'), reported('public-funds-budget'), '5'),
    { per: 'school', schools: 'registered', appliesTo: notVocational },
  ),
  requirement(
    'E5',
    group,
    clause(5),
    ['ict-training-records', 'equipment-use-records'],
    allOf(['teachers', answer('teachers-skilled-in-ict')], ['equipment', answer('equipment-well-used')]),
  ),
  requirement(
    'E6',
    group,
    clause(6),
    ['moral-education-plan'],
    allOf(
      ['moral-education', answer('moral-education-grade', 'excellent', 'good')],
      ['campus-culture', answer('campus-culture-grade', 'excellent', 'good')],
    ),
  ),
  requirement(
    'E7',
    group,
    clause(7),
    ['timetables'],
    allOf(
      ['curriculum', answer('curriculum-complete')],
      ['order', answer('teaching-in-good-order')],
      ['activities', answer('practical-activities-effective')],
    ),
  ),
  requirement('E8', group, clause(8), ['homework-rules'], answer('no-excessive-workload')),
  requirement(
    'E9',
    group,
    clause(9),
    ['monitoring-report'],
    allOf(
      ['level', answer('monitoring-level-three-reached')],
      ['variation', compared(reported('monitoring-variation'), 'less-than', constant('0.15'))],
    ),
  ),
];

const ofAllGroups = (what: string) => sum(...respondentGroups.map((each) => reported(`survey-${what}-${each}`)));

/** What one "fairly satisfied" (基本满意) counts for: fixed nowhere nationally, so nothing is decided where it matters. */
const fairlySatisfiedWeight = {
  kind: 'setting',
  id: 'fairly-satisfied-weight',
  value: null,
  least: '0',
  greatest: '1',
} as const;

export const recognitionRequirement: Requirement = requirement(
  'S1',
  'recognition',
  instrument('社会认可度', 'A', 'how 满意 and 基本满意 become one percentage varies'),
  ['survey-results'],
  percentAtLeast(
    sum(ofAllGroups('satisfied'), product(fairlySatisfiedWeight, ofAllGroups('fairly-satisfied'))),
    ofAllGroups('valid'),
    '85',
  ),
);
