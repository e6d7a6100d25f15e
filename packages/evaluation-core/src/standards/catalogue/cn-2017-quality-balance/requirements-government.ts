import type { Amount } from '../../../items/amount.ts';
import type { Requirement } from '../../requirement.ts';
import type { StageId } from '../../../items/cells.ts';
import {
  byChoice,
  byStage,
  constant,
  ofOwnStage,
  product,
  quotient,
  reported,
  roundedUp,
  sum,
} from '../amount-builders.ts';
import { bandsAbove } from './class-bands.ts';
import { notVocational, publicDaySchoolInTown, villageSchool } from './conditions.ts';
import { allOf, answer, compared, percentAtLeast, requirement } from './requirement-builders.ts';
import { instrument } from './sources.ts';

const group = 'government';
const clause = (number: number, note: string | null = null) =>
  instrument(`政府保障程度 ${number}`, number > 12 ? 'B' : 'A', note);

/** One room of each kind for every 12 classes begun. */
const roomsNeeded = roundedUp(
  quotient(sum(reported('classes', 'primary'), reported('classes', 'junior')), constant('12')),
);
export const compulsoryPupils = sum(reported('pupils', 'primary'), reported('pupils', 'junior'));
const primaryLimit = 45;
const juniorLimit = 50;

/** Classes above the limit of their stage; the band that only primary schools may not have counts there alone. */
const classesAboveLimit = sum(
  ...bandsAbove(primaryLimit).map((band) =>
    bandsAbove(juniorLimit).includes(band)
      ? ofOwnStage(band)
      : product(byStage({ primary: '1', junior: '0' }), ofOwnStage(band)),
  ),
);

/** What a hundred pupils of the school's stages are given, in yuan: the standards weighted by its own pupils. */
const fundsOfHundredPupils = quotient(
  product(
    constant('100'),
    sum(
      product(reported('pupils', 'primary'), reported('public-funds-standard', 'primary')),
      product(reported('pupils', 'junior'), reported('public-funds-standard', 'junior')),
    ),
  ),
  compulsoryPupils,
);

/** Over the urban and town public day schools of the county. */
function inTownSchools(item: string, stage: StageId): Amount {
  return { kind: 'total-of-schools', of: reported(item, stage), where: publicDaySchoolInTown, schools: 'registered' };
}

export const governmentRequirements: readonly Requirement[] = [
  requirement('G1', group, clause(1), ['layout-map', 'layout-documents'], answer('school-layout-reasonable')),
  requirement(
    'G2',
    group,
    clause(2),
    ['standards-documents'],
    allOf(
      ['building', answer('unified-building-standards')],
      ['staffing', answer('unified-staffing-standards')],
      ['public-funds', answer('unified-public-funds')],
      ['equipment', answer('unified-equipment-standards')],
    ),
  ),
  requirement(
    'G3',
    group,
    clause(3, 'rooms needed: classes / 12, rounded up, as in a city’s formula sheet'),
    ['room-register'],
    allOf(
      ['music', compared(reported('music-rooms-96-and-over'), 'at-least', roomsNeeded)],
      ['art', compared(reported('fine-art-rooms-90-and-over'), 'at-least', roomsNeeded)],
    ),
    { per: 'school' },
  ),
  requirement(
    'G4',
    group,
    clause(4),
    ['pupil-register'],
    compared(
      compulsoryPupils,
      'at-most',
      byChoice('school-type', { 'nine-year': '2500', 'twelve-year': '2500' }, '2000'),
    ),
    { per: 'school' },
  ),
  requirement(
    'G5',
    group,
    clause(5),
    ['class-lists'],
    allOf(
      [
        'largest',
        compared(
          ofOwnStage('largest-class'),
          'at-most',
          byStage({ primary: String(primaryLimit), junior: String(juniorLimit) }),
        ),
      ],
      ['bands', compared(classesAboveLimit, 'at-most', constant('0'))],
    ),
    { per: 'school-stage' },
  ),
  requirement(
    'G6',
    group,
    instrument(
      '政府保障程度 6',
      'A',
      'that the budget is at least the county’s standard for 100 pupils is our reading; no formula was found',
    ),
    ['small-school-funds'],
    compared(product(constant('10000'), reported('public-funds-budget')), 'at-least', fundsOfHundredPupils),
    {
      per: 'school',
      schools: 'registered',
      appliesTo: {
        kind: 'all',
        conditions: [
          villageSchool,
          { kind: 'number', left: compulsoryPupils, comparator: 'less-than', right: constant('100') },
        ],
      },
    },
  ),
  requirement('G7', group, clause(7), ['special-education-accounts'], {
    kind: 'share',
    part: reported('special-education-funds'),
    whole: reported('special-education-pupils'),
    multiplier: '1',
    cap: null,
    comparator: 'at-least',
    limit: constant('6000'),
  }),
  requirement(
    'G8',
    group,
    clause(8),
    ['pay-statistics', 'merit-pay-documents'],
    allOf(
      ['pay', compared(reported('teachers-average-pay'), 'at-least', reported('civil-servants-average-pay'))],
      ['merit-pay', answer('merit-pay-in-full')],
    ),
  ),
  requirement(
    'G9',
    group,
    clause(9),
    ['training-records'],
    percentAtLeast(reported('teachers-360-hours'), reported('full-time-teachers'), '100'),
    { per: 'school', schools: 'registered', appliesTo: notVocational },
  ),
  requirement('G10', group, clause(10), ['post-allocation'], answer('posts-allocated-by-county')),
  requirement(
    'G11',
    group,
    clause(11, 'the backbone share is of the teachers who rotated; one province’s text takes the eligible instead'),
    ['rotation-lists'],
    allOf(
      ['rotated', percentAtLeast(reported('rotated-teachers'), reported('rotation-eligible-teachers'), '10')],
      ['backbone', percentAtLeast(reported('rotated-backbone-teachers'), reported('rotated-teachers'), '20')],
    ),
  ),
  requirement(
    'G12',
    group,
    clause(12),
    ['certificate-lists'],
    percentAtLeast(reported('certified-teachers'), reported('full-time-teachers'), '100'),
    { per: 'school', schools: 'registered', appliesTo: notVocational },
  ),
  requirement(
    'G13',
    group,
    clause(13, 'read as the share over the county; a city’s form asks the figures of every school'),
    ['zone-documents', 'pupil-register'],
    allOf(
      [
        'primary',
        percentAtLeast(inTownSchools('pupils-in-zone', 'primary'), inTownSchools('pupils', 'primary'), '100'),
      ],
      ['junior', percentAtLeast(inTownSchools('pupils-in-zone', 'junior'), inTownSchools('pupils', 'junior'), '95')],
    ),
  ),
  requirement(
    'G14',
    group,
    clause(14, 'when the allotment favours rural schools is not defined, so it is answered'),
    ['quota-lists'],
    allOf(
      ['allotted', percentAtLeast(reported('senior-places-allotted'), reported('senior-places'), '50')],
      ['rural', answer('senior-places-favour-rural')],
    ),
  ),
  requirement(
    'G15',
    group,
    clause(15),
    ['left-behind-records', 'migrant-lists'],
    allOf(
      ['left-behind', answer('left-behind-children-cared-for')],
      [
        'migrants',
        percentAtLeast(
          sum(reported('migrants-in-public-schools'), reported('migrants-in-purchased-places')),
          reported('migrants-eligible'),
          '85',
        ),
      ],
    ),
  ),
];
