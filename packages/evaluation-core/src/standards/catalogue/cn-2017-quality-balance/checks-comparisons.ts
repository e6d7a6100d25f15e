import type { Amount } from '../../../items/amount.ts';
import type { CheckRule, PeerMeasure } from '../../check-rule.ts';
import { constant, difference, ofOwnStage, product, quotient, reported, sum } from '../amount-builders.ts';

type Ratio = Extract<Amount, { kind: 'quotient' }>;

function ratio(of: Amount, by: Amount): Ratio {
  return { kind: 'quotient', of, by };
}

const stages = ['primary', 'junior'];
const pupils = sum(reported('pupils', 'primary'), reported('pupils', 'junior'), reported('pupils', 'senior'));
const hundredTimes = (amount: Amount) => product(constant('100'), amount);
/** 万元 -> 元 */
const inYuan = (amount: Amount) => product(constant('10000'), amount);

/**
 * Ratios that no ordinary school reaches. The posts are 1 to 19 pupils in primary and 1 to 13.5 in junior schools (统一城乡编制标准):
 * twice as many is still possible, and then somebody knows why.
 */
export const ratioChecks: readonly CheckRule[] = [
  {
    id: 'pupils-per-teacher',
    severity: 'soft',
    kind: 'ratio-bounds',
    ratio: ratio(pupils, reported('full-time-teachers')),
    stages: null,
    minimum: null,
    maximum: '40',
  },
  {
    id: 'pupils-per-class',
    severity: 'soft',
    kind: 'ratio-bounds',
    ratio: ratio(ofOwnStage('pupils'), ofOwnStage('classes')),
    stages,
    minimum: null,
    maximum: '75',
  },
  {
    id: 'funds-spent-of-budget',
    severity: 'soft',
    kind: 'ratio-bounds',
    ratio: ratio(reported('public-funds-final'), reported('public-funds-budget')),
    stages: null,
    minimum: '0.5',
    maximum: '1.5',
  },
];

function measure(id: string, value: Amount, decimals: number, byStage = false): PeerMeasure {
  return { id, value, decimals, stages: byStage ? stages : null };
}

const aboveRequiredDegree = sum(
  ofOwnStage('teachers-associate'),
  ofOwnStage('teachers-bachelor'),
  ofOwnStage('teachers-master'),
  ofOwnStage('teachers-doctor'),
);

/** What schools of one type are compared by: the seven indicators as a school reads them, staff, classes and funds. */
export const peerCheck: CheckRule = {
  id: 'unusual-among-peers',
  severity: 'soft',
  kind: 'peer-position',
  // The customary bound of the robust z; half of the median besides, because many measures hardly differ between schools.
  bound: '3.5',
  minimumDifference: '0.5',
  minimumSchools: 5,
  measures: [
    measure('pupils-per-teacher', quotient(pupils, reported('full-time-teachers')), 1),
    measure('pupils-per-class', quotient(ofOwnStage('pupils'), ofOwnStage('classes')), 1, true),
    measure('above-degree-per-100', quotient(hundredTimes(aboveRequiredDegree), ofOwnStage('pupils')), 2, true),
    measure('backbone-per-100', quotient(hundredTimes(ofOwnStage('backbone-teachers')), ofOwnStage('pupils')), 2, true),
    measure(
      'teaching-rooms-per-pupil',
      quotient(difference(reported('teaching-rooms-area'), reported('indoor-sports-rooms-area')), pupils),
      2,
    ),
    measure(
      'sports-area-per-pupil',
      quotient(sum(reported('gymnasium-area'), reported('sports-field-area')), pupils),
      2,
    ),
    measure('equipment-per-pupil', quotient(inYuan(reported('equipment-value')), pupils), 0),
    measure('multimedia-per-100', quotient(hundredTimes(reported('multimedia-classrooms')), pupils), 2),
    measure('public-funds-per-pupil', quotient(inYuan(reported('public-funds-final')), pupils), 0),
  ],
};
