import { describe, expect, test } from '@jest/globals';
import { checkReport, editionById, evaluateCounty } from '../src/index.ts';
import type { Cells, Edition } from '../src/index.ts';
import { wholeCounty, wholeSchools } from './fixtures/whole-county.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const options = { evaluationDate: '2026-11-22' };

interface Changes {
  readonly county?: Cells;
  readonly schools?: Readonly<Record<string, Cells>>;
}

function outcomesOf(changes: Changes) {
  const { county } = evaluateCounty(edition, wholeCounty(changes), options);
  return { county: county.outcome, unmet: idsOf('unmet'), open: idsOf('undetermined') };

  function idsOf(outcome: string): readonly string[] {
    return county.requirements.filter((each) => each.outcome === outcome).map((each) => each.requirementId);
  }
}

describe('a county that meets every condition', () => {
  test('has its verdict met, complete, with nothing open', () => {
    const result = evaluateCounty(edition, wholeCounty(), options);
    expect(result.dataProblems).toEqual([]);
    expect(result.county).toMatchObject({ outcome: 'met', complete: true });
    expect(result.county.requirements.every((each) => each.outcome === 'met' && each.reason === null)).toBe(true);
    expect(result.county.requirements.flatMap((each) => each.missing)).toEqual([]);
    expect(result.specialRules).toEqual([]);
  });
  test('its reports have no hard finding', () => {
    for (const { cells } of wholeSchools)
      expect(checkReport(edition, cells).filter((each) => each.severity === 'hard')).toEqual([]);
  });
  test('one without a county report has everything else undetermined', () => {
    const { county: _county, ...schoolsOnly } = wholeCounty();
    const result = evaluateCounty(edition, schoolsOnly, options);
    expect(result.county).toMatchObject({ outcome: 'undetermined', complete: false });
    const decided = result.county.requirements
      .filter((each) => each.outcome === 'met')
      .map((each) => each.requirementId);
    expect(decided).toEqual(['R', 'G3', 'G4', 'G5', 'G9', 'G12', 'G13', 'E1', 'E4']);
  });
});

/** Each requirement as the only one that is unmet: one step beyond its limit, and one without the answer or number it needs. */
const onlyUnmet: readonly (readonly [id: string, unmet: Changes, missing: Changes])[] = [
  [
    'P1',
    { county: { 'basic-balance-recognised-on': '2023-11-23' } },
    { county: { 'basic-balance-recognised-on': '' } },
  ],
  ['P2', { county: { 'monitoring-stays-high': 'no' } }, { county: { 'monitoring-stays-high': '' } }],
  [
    'R',
    { schools: { 'd-village': { 'sports-field-area': '374.99', 'multimedia-classrooms': '0' } } },
    { schools: { 'd-village': { 'sports-field-area': '' } } },
  ],
  ['G1', { county: { 'school-layout-reasonable': 'no' } }, { county: { 'school-layout-reasonable': 'maybe' } }],
  ['G2', { county: { 'unified-staffing-standards': 'no' } }, { county: { 'unified-equipment-standards': '' } }],
  [
    'G3',
    { schools: { 'c-nine-year': { 'music-rooms-96-and-over': '5' } } },
    { schools: { 'c-nine-year': { 'fine-art-rooms-90-and-over': '' } } },
  ],
  [
    'G4',
    { schools: { 'c-nine-year': { 'pupils.primary': '1501', 'pupils-in-zone.primary': '1501' } } },
    { schools: { 'a-primary': { 'school-type': 'primary', 'pupils.primary': '两千' } } },
  ],
  [
    'G5',
    { schools: { 'a-primary': { 'largest-class.primary': '46' } } },
    { schools: { 'b-junior': { 'classes-66-and-over.junior': '' } } },
  ],
  [
    'G6',
    { schools: { 'd-village': { 'public-funds-budget': '7.199999' } } },
    { schools: { 'd-village': { locale: '', 'public-funds-budget': '' } } },
  ],
  ['G7', { county: { 'special-education-funds': '359999.99' } }, { county: { 'special-education-pupils': '' } }],
  ['G8', { county: { 'teachers-average-pay': '9.499999' } }, { county: { 'merit-pay-in-full': '' } }],
  [
    'G9',
    { schools: { 'e-special': { 'teachers-360-hours': '199' } } },
    { schools: { 'b-junior': { 'teachers-360-hours': '' } } },
  ],
  ['G10', { county: { 'posts-allocated-by-county': 'no' } }, { county: { 'posts-allocated-by-county': '' } }],
  ['G11', { county: { 'rotated-backbone-teachers': '5' } }, { county: { 'rotation-eligible-teachers': '' } }],
  [
    'G12',
    { schools: { 'a-primary': { 'certified-teachers': '199' } } },
    { schools: { 'e-special': { 'certified-teachers': '' } } },
  ],
  [
    'G13',
    { schools: { 'b-junior': { 'pupils-in-zone.junior': '899' } } },
    { schools: { 'b-junior': { 'pupils-in-zone.junior': '' } } },
  ],
  ['G14', { county: { 'senior-places-allotted': '399' } }, { county: { 'senior-places-favour-rural': '' } }],
  ['G15', { county: { 'migrants-in-purchased-places': '4' } }, { county: { 'migrants-eligible': '' } }],
  [
    'E1',
    { schools: { 'b-junior': { 'graduates.junior': '96' } } },
    { schools: { 'c-nine-year': { 'entry-pupils.junior': '' } } },
  ],
  ['E2', { county: { 'children-with-disabilities-enrolled': '37' } }, { county: { 'children-with-disabilities': '' } }],
  ['E3', { county: { 'every-school-has-charter': 'no' } }, { county: { 'every-school-has-charter': '' } }],
  [
    'E4',
    { schools: { 'a-primary': { 'training-funds-budget': '4.999999' } } },
    { schools: { 'a-primary': { 'training-funds-budget': '' } } },
  ],
  ['E5', { county: { 'equipment-well-used': 'no' } }, { county: { 'equipment-well-used': '' } }],
  ['E6', { county: { 'moral-education-grade': 'fair' } }, { county: { 'campus-culture-grade': 'A' } }],
  ['E7', { county: { 'practical-activities-effective': 'no' } }, { county: { 'curriculum-complete': '' } }],
  ['E8', { county: { 'no-excessive-workload': 'no' } }, { county: { 'no-excessive-workload': '' } }],
  ['E9', { county: { 'monitoring-variation': '0.15' } }, { county: { 'monitoring-variation': '.15.' } }],
  [
    'S1',
    { county: { 'survey-satisfied-parents': '14', 'survey-fairly-satisfied-parents': '10' } },
    { county: { 'survey-valid-deputies': '' } },
  ],
  ['V1', { county: { 'enrolment-by-examination': 'yes' } }, { county: { 'enrolment-by-examination': '' } }],
  ['V2', { county: { 'irregular-school-choice': 'yes' } }, { county: { 'irregular-school-choice': '' } }],
  ['V3', { county: { 'key-schools-or-classes': 'yes' } }, { county: { 'key-schools-or-classes': '' } }],
  [
    'V4',
    { county: { 'vacant-posts-or-outside-teachers': 'yes' } },
    { county: { 'vacant-posts-or-outside-teachers': '' } },
  ],
  ['V5', { county: { 'major-accident-or-breach': 'yes' } }, { county: { 'major-accident-or-breach': '' } }],
  ['V6', { county: { falsification: 'yes' } }, { county: { falsification: '' } }],
];

describe('each requirement as the only one that fails', () => {
  test('all of them are here', () => {
    expect(onlyUnmet.map(([id]) => id)).toEqual(edition.requirements.map((each) => each.id));
  });
  test.each(onlyUnmet)('%s unmet', (id, unmet) => {
    expect(outcomesOf(unmet)).toEqual({ county: 'unmet', unmet: [id], open: [] });
  });
  test.each(onlyUnmet)('%s without what it needs', (id, _unmet, missing) => {
    const { county, unmet, open } = outcomesOf(missing);
    expect({ county, unmet }).toEqual({ county: 'undetermined', unmet: [] });
    expect(open).toContain(id);
  });
});
