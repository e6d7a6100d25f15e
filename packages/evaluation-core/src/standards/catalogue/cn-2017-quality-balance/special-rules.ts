import type { QuantityPart } from '../../edition.ts';
import type { SpecialRule } from '../../special-rule.ts';
import type { Source } from '../../../items/item-definition.ts';
import { denseCityCentre, ruralSmallSchool } from './conditions.ts';

// A city's formula sheet quotes both as belonging to the working rules of 2019, for the evaluations of about the three years after
// their issue. Whether the window is open is a decision of the bureau that publishes an edition, so the shipped edition has them off.
const source = (clause: string): Source => ({
  document: '县域义务教育优质均衡发展督导评估工作规程（一市用表所引）',
  clause,
  confidence: 'B',
  note: 'origin document not seen',
});

const extra = (quantity: string, ...items: readonly string[]) => ({
  kind: 'extra-parts' as const,
  quantity,
  parts: items.map((item): QuantityPart => ({ item, sign: 1, stages: null })),
});

/** R3: 50-99 pupils in the countryside: rotating, part-time and visiting PE and art teachers count. */
const visitingTeachers: SpecialRule = {
  id: 'visiting-pe-and-arts-teachers',
  enabled: false,
  condition: ruralSmallSchool,
  validFrom: null,
  validUntil: null,
  effects: [
    extra(
      'pe-and-arts-teachers',
      'visiting-pe-teachers',
      'visiting-music-teachers',
      'visiting-fine-art-teachers',
      'visiting-arts-teachers',
    ),
  ],
  evidence: ['construction-plan', 'rotation-records'],
  followUp: 'normal-standard-within-three-years',
  source: source('体育、艺术专任教师'),
};

/** R5: very dense inner-city schools: other grounds of the school and rented venues within ten minutes' walk count. */
const cityCentreVenues: SpecialRule = {
  id: 'city-centre-sports-venues',
  enabled: false,
  condition: denseCityCentre,
  validFrom: null,
  validUntil: null,
  effects: [extra('sports-area', 'rented-venue-area', 'other-sports-area')],
  evidence: ['construction-plan', 'rental-contract'],
  followUp: 'normal-standard-within-three-years',
  source: source('体育运动场馆面积'),
};

export const specialRules: readonly SpecialRule[] = [visitingTeachers, cityCentreVenues];
