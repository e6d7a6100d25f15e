import type { AnswerIndicator, PerPupilIndicator } from '../../edition.ts';
import { form, instrument } from './sources.ts';

// 校际均衡: id, amount, per how many pupils, from the item's unit, unit. No threshold: only their CVs are looked at.
const rows = [
  ['B1', 'teaching-rooms-area', '1', '1', 'square-metre-per-pupil'],
  ['B2', 'sports-area', '1', '1', 'square-metre-per-pupil'],
  ['B3', 'equipment-value', '1', '10000', 'yuan-per-pupil'],
  ['B4', 'computers', '100', '1', 'set-per-100-pupils'],
  ['B5', 'books', '1', '1', 'volume-per-pupil'],
  ['B6', 'full-time-teachers-of-stage', '1', '1', 'person-per-pupil'],
  ['B7', 'teachers-above-required-degree', '1', '1', 'person-per-pupil'],
  ['B8', 'teachers-mid-level-titles', '1', '1', 'person-per-pupil'],
] as const;

/** The eight indicators of the difference between schools. */
export const balanceIndicators: readonly PerPupilIndicator[] = rows.map(
  ([id, quantity, multiplier, unitFactor, unit], index) => ({
    kind: 'per-pupil',
    id,
    quantity,
    multiplier,
    unitFactor,
    unit,
    thresholds: {},
    source: instrument(`校际均衡 ${index + 1}`),
  }),
);

export const balanceIds: readonly string[] = balanceIndicators.map((each) => each.id);

/** 办学基本标准: the gate (门槛) before everything else. */
export const standardIndicator: AnswerIndicator = {
  kind: 'answer',
  id: 'BS',
  item: 'provincial-standard-reached',
  holds: ['yes'],
  source: form(
    '表Ⅱ',
    'A',
    'the province sets the standard; its own edition has its indicators in place of this answer',
  ),
};
