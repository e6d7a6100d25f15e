import type { CheckRule, CheckTerm } from '../../check-rule.ts';

const school = (item: string): CheckTerm => ({ item, over: 'school' });
const eachStage = (item: string): CheckTerm => ({ item, over: 'each-stage' });
const allStages = (item: string): CheckTerm => ({ item, over: 'all-stages' });

function within(id: string, left: readonly CheckTerm[], right: CheckTerm): CheckRule {
  return { id, severity: 'hard', kind: 'at-most', left, right: [right] };
}

const degrees = ['teachers-associate', 'teachers-bachelor', 'teachers-master', 'teachers-doctor'];
const fullTime = 'full-time-teachers-of-stage';

/** What must, should or usually does hold inside one self-report. */
export const checks: readonly CheckRule[] = [
  { id: 'required', severity: 'hard', kind: 'required' },
  { id: 'readable', severity: 'hard', kind: 'readable' },
  { id: 'applicable', severity: 'soft', kind: 'applicable' },
  { id: 'aggregate-differs', severity: 'hard', kind: 'aggregate-differs' },
  { id: 'aggregate-below-parts', severity: 'hard', kind: 'aggregate-below-parts' },
  { id: 'aggregate-with-partial-parts', severity: 'soft', kind: 'aggregate-with-partial-parts' },
  {
    id: 'zero-students-with-resources',
    severity: 'hard',
    kind: 'zero-pupils-with-resources',
    items: [
      ...degrees,
      'teachers-above-required-degree',
      'teachers-mid-level-titles',
      fullTime,
      'staff-of-stage',
      'classes',
      'teaching-rooms-area',
      'gymnasium-area',
      'sports-field-area',
      'sports-area',
      'equipment-value',
      'computers',
      'books',
    ],
  },
  { id: 'classes-zero', severity: 'soft', kind: 'zero-with-pupils', item: 'classes' },
  { ...within('max-class-above-students', [eachStage('largest-class')], eachStage('pupils')), severity: 'soft' },
  {
    id: 'max-class-below-average',
    severity: 'soft',
    kind: 'largest-class-below-average',
    classesItem: 'classes',
    largestItem: 'largest-class',
  },
  within('migrant-pupils-within-pupils', [school('migrant-pupils')], allStages('pupils')),
  within('left-behind-pupils-within-pupils', [school('left-behind-pupils')], allStages('pupils')),
  within('boarding-pupils-within-pupils', [school('boarding-pupils')], allStages('pupils')),
  within('aided-pupils-within-pupils', [school('aided-pupils')], allStages('pupils')),

  within('degrees-within-full-time', degrees.map(eachStage), eachStage(fullTime)),
  within('above-degree-within-full-time', [eachStage('teachers-above-required-degree')], eachStage(fullTime)),
  within('mid-level-titles-within-full-time', [eachStage('teachers-mid-level-titles')], eachStage(fullTime)),
  within('full-time-within-staff', [eachStage(fullTime)], eachStage('staff-of-stage')),

  // A grass sports field may have been counted as green area too.
  {
    ...within('green-area-within-land', [school('green-area'), school('sports-field-area')], school('land-area')),
    severity: 'soft',
  },
  {
    ...within('teaching-rooms-within-buildings', [school('teaching-rooms-area')], school('buildings-area')),
    severity: 'soft',
  },
  within(
    'dangerous-within-buildings',
    [school('grade-c-building-area'), school('grade-d-building-area')],
    school('buildings-area'),
  ),

  { id: 'implausible', severity: 'soft', kind: 'plausible-range' },
  {
    id: 'change-from-last-year',
    severity: 'soft',
    kind: 'change-from-last-year',
    share: '0.3',
    minimumChange: '3',
    exemptItems: ['grade-c-building-area', 'grade-d-building-area', 'aided-pupils'],
  },
];
