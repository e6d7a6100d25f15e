import type { Amount } from '../../../items/amount.ts';
import type { QuantityPart } from '../../edition.ts';
import type { SpecialRule } from '../../special-rule.ts';
import type { Condition } from '../../../items/condition.ts';
import type { Source } from '../../../items/item-definition.ts';
import { byChoice, constant, product, reported, sum } from '../amount-builders.ts';
import { both, denseCityCentre, ruralSmallClasses, ruralSmallSchool } from './conditions.ts';

// A city's formula sheet quotes them as belonging to the working rules of 2019, for the evaluations of about the three years after their
// issue. Whether the window is open is a decision of the bureau that publishes an edition, so the shipped edition has them off and ended.
const source = (clause: string): Source => ({
  document: '县域义务教育优质均衡发展督导评估工作规程（一市用表所引）',
  clause,
  confidence: 'B',
  note: 'origin document not seen; how long it is valid (about three years after 2019) is inferred: C',
});

function relaxation(
  id: string,
  clause: string,
  condition: Condition,
  evidence: readonly string[],
  effects: SpecialRule['effects'],
): SpecialRule {
  return {
    id,
    enabled: false,
    condition,
    validFrom: null,
    validUntil: '2022-12-31',
    effects,
    evidence: ['construction-plan', ...evidence],
    followUp: 'normal-standard-within-three-years',
    source: source(clause),
  };
}

function extraParts(quantity: string, ...items: readonly string[]): SpecialRule['effects'][number] {
  return { kind: 'extra-parts', quantity, parts: items.map((item): QuantityPart => ({ item, sign: 1, stages: null })) };
}

/** Smaller rooms count as well. */
function roomsCounted(part: string, rooms: Amount): SpecialRule['effects'][number] {
  return { kind: 'changed-comparison', requirement: 'G3', part, left: rooms, right: null };
}

function sizeLimit(limit: Amount): SpecialRule['effects'][number] {
  return { kind: 'changed-comparison', requirement: 'G4', part: null, left: null, right: limit };
}

const builtBy = (year: '2010' | '2016'): Condition => ({
  kind: 'flag-is',
  item: `built-${year}-or-before`,
  value: 'yes',
});
const notBuiltBy2010: Condition = { kind: 'flag-is', item: 'built-2010-or-before', value: 'no' };
const notSmallClasses: Condition = { kind: 'flag-is', item: 'rural-largest-class-under-30', value: 'no' };
/** Rooms of 54 to 61 m2 count in primary schools; a school with junior pupils needs 61. */
const inPrimarySchools = byChoice('school-type', { primary: '1', 'teaching-point': '1' }, '0');
const largerSchool = byChoice('school-type', { 'nine-year': '3000', 'twelve-year': '3000' }, '2400');

/** 进城务工人员随迁子女超过在校生的一半 */
const mostlyMigrants: Condition = {
  kind: 'number',
  left: product(constant('2'), reported('migrant-pupils')),
  comparator: 'more-than',
  right: sum(reported('pupils', 'primary'), reported('pupils', 'junior'), reported('pupils', 'senior')),
};

/** No two that change the same number hold for one school. */
export const specialRules: readonly SpecialRule[] = [
  /** R3: 50-99 pupils in the countryside: rotating, part-time and visiting PE and art teachers count. */
  relaxation(
    'visiting-pe-and-arts-teachers',
    '体育、艺术专任教师',
    ruralSmallSchool,
    ['rotation-records'],
    [
      extraParts(
        'pe-and-arts-teachers',
        'visiting-pe-teachers',
        'visiting-music-teachers',
        'visiting-fine-art-teachers',
        'visiting-arts-teachers',
      ),
    ],
  ),
  /** R5: very dense inner-city schools: other grounds of the school and rented venues within ten minutes' walk count. */
  relaxation(
    'city-centre-sports-venues',
    '体育运动场馆面积',
    denseCityCentre,
    ['rental-contract'],
    [extraParts('sports-area', 'rented-venue-area', 'other-sports-area')],
  ),
  relaxation(
    'rooms-of-small-rural-schools',
    '音乐、美术专用教室（农村小规模学校）',
    ruralSmallClasses,
    ['room-register'],
    [
      roomsCounted(
        'music',
        sum(
          reported('music-rooms-96-and-over'),
          reported('music-rooms-73-to-96'),
          reported('music-rooms-61-to-73'),
          product(inPrimarySchools, reported('music-rooms-54-to-61')),
        ),
      ),
      roomsCounted(
        'art',
        sum(
          reported('fine-art-rooms-90-and-over'),
          reported('fine-art-rooms-67-to-90'),
          reported('fine-art-rooms-61-to-67'),
          product(inPrimarySchools, reported('fine-art-rooms-54-to-61')),
        ),
      ),
    ],
  ),
  relaxation(
    'rooms-of-schools-built-by-2016',
    '音乐、美术专用教室（2016年及之前规划并建成）',
    both(builtBy('2016'), notSmallClasses),
    ['building-documents'],
    [
      roomsCounted('music', sum(reported('music-rooms-96-and-over'), reported('music-rooms-73-to-96'))),
      roomsCounted('art', sum(reported('fine-art-rooms-90-and-over'), reported('fine-art-rooms-67-to-90'))),
    ],
  ),
  relaxation(
    'size-of-schools-built-by-2010',
    '学校规模（2010年及之前规划并建成）',
    builtBy('2010'),
    ['building-documents'],
    [sizeLimit(largerSchool)],
  ),
  relaxation(
    'size-of-schools-of-migrants',
    '学校规模（随迁子女超过50%）',
    both(notBuiltBy2010, mostlyMigrants),
    ['migrant-lists'],
    [sizeLimit(largerSchool)],
  ),
];
