import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import {
  countyChoice,
  countyCount,
  countyDate,
  countyFlag,
  countyPay,
  countyRate,
  countyYuan,
} from './county-item-builders.ts';
import { instrument } from './sources.ts';
import { respondentGroups } from './respondent-groups.ts';

const recognition = 'county-recognition';
const planning = 'county-planning';
const funds = 'county-funds';
const pay = 'county-pay';
const staff = 'county-staff';
const seniorPlaces = 'county-senior-places';
const migrants = 'county-migrants';
const disability = 'county-disability';
const quality = 'county-quality';
const monitoring = 'county-monitoring';
const survey = 'county-survey';
const veto = 'county-veto';

/** Parts of the county report (县级填报), in form order. */
export const countySections: readonly string[] = [
  recognition,
  planning,
  funds,
  pay,
  staff,
  seniorPlaces,
  migrants,
  disability,
  quality,
  monitoring,
  survey,
  veto,
];

const government = (number: number) => instrument(`政府保障程度 ${number}`);
const qualityOf = (number: number) => instrument(`教育质量 ${number}`);
const grades = ['excellent', 'good', 'fair', 'poor'];

/**
 * Rows 1 to 3 of the city's form (name, code, year) are the register's and the round's. What is judged rather than counted is asked as an
 * answer, one for each thing that the clause names.
 */
export const countyItems: readonly CountyItemDefinition[] = [
  countyDate(recognition, 'basic-balance-recognised-on', instrument('前提条件')),
  countyFlag(recognition, 'monitoring-stays-high', instrument('前提条件')),

  countyFlag(planning, 'school-layout-reasonable', government(1)),
  countyFlag(planning, 'unified-building-standards', government(2)),
  countyFlag(planning, 'unified-staffing-standards', government(2)),
  countyFlag(planning, 'unified-public-funds', government(2)),
  countyFlag(planning, 'unified-equipment-standards', government(2)),

  countyYuan(funds, 'public-funds-standard', { row: '4-5' }, ['primary', 'junior']),
  countyYuan(funds, 'special-education-funds', { row: '6' }),
  countyCount(funds, 'special-education-pupils', 'person', { row: '7' }),

  countyPay(pay, 'teachers-average-pay', '8'),
  countyPay(pay, 'civil-servants-average-pay', '9'),
  countyFlag(pay, 'merit-pay-in-full', government(8)),

  countyFlag(staff, 'posts-allocated-by-county', government(10)),
  countyCount(staff, 'rotation-eligible-teachers', 'person', { row: '10' }),
  countyCount(staff, 'rotated-teachers', 'person', { row: '11' }),
  countyCount(staff, 'rotated-backbone-teachers', 'person', { row: '12' }),

  countyCount(seniorPlaces, 'senior-places', 'person', { row: '13' }),
  countyCount(seniorPlaces, 'senior-places-allotted', 'person', { row: '14' }),
  countyCount(seniorPlaces, 'senior-places-rural', 'person', { row: '15' }),
  countyFlag(seniorPlaces, 'senior-places-favour-rural', government(14)),

  countyFlag(migrants, 'left-behind-children-cared-for', government(15)),
  countyCount(migrants, 'migrants-eligible', 'person', { row: '16' }),
  countyCount(migrants, 'migrants-in-public-schools', 'person', { row: '17' }),
  countyCount(migrants, 'migrants-in-purchased-places', 'person', { row: '18' }),

  countyCount(disability, 'children-with-disabilities', 'person', { row: '19' }),
  countyCount(disability, 'children-with-disabilities-enrolled', 'person', { row: '20' }),

  countyFlag(quality, 'every-school-has-charter', qualityOf(3)),
  countyFlag(quality, 'management-and-teaching-informatised', qualityOf(3)),
  countyFlag(quality, 'teachers-skilled-in-ict', qualityOf(5)),
  countyFlag(quality, 'equipment-well-used', qualityOf(5)),
  countyChoice(quality, 'moral-education-grade', grades, qualityOf(6)),
  countyChoice(quality, 'campus-culture-grade', grades, qualityOf(6)),
  countyFlag(quality, 'curriculum-complete', qualityOf(7)),
  countyFlag(quality, 'teaching-in-good-order', qualityOf(7)),
  countyFlag(quality, 'practical-activities-effective', qualityOf(7)),
  countyFlag(quality, 'no-excessive-workload', qualityOf(8)),

  countyFlag(monitoring, 'monitoring-level-three-reached', qualityOf(9)),
  countyRate(
    monitoring,
    'monitoring-variation',
    instrument(
      '教育质量 9',
      'A',
      'issued by the national monitoring; its formula was not found, so it is entered and not computed',
    ),
  ),

  ...respondentGroups.flatMap((group) =>
    ['valid', 'satisfied', 'fairly-satisfied'].map((what) =>
      countyCount(survey, `survey-${what}-${group}`, 'questionnaire', { source: instrument('社会认可度') }),
    ),
  ),

  ...[
    'enrolment-by-examination',
    'irregular-school-choice',
    'key-schools-or-classes',
    'vacant-posts-or-outside-teachers',
    'major-accident-or-breach',
    'falsification',
  ].map((id, index) => countyFlag(veto, id, instrument(`一票否决 ${index + 1}`))),
];
