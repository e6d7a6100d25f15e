import type { QuantityDefinition, QuantityPart } from '../../edition.ts';
import { cityForm } from './sources.ts';

const plus = (item: string, stages: readonly string[] | null = null): QuantityPart => ({ item, sign: 1, stages });
const minus = (item: string): QuantityPart => ({ item, sign: -1, stages: null });

/** The raw amounts x of the seven indicators. */
export const quantities: readonly QuantityDefinition[] = [
  {
    id: 'teachers-above-required-degree',
    level: 'stage',
    // 小学: 专科及以上; 初中: 本科及以上
    parts: [
      plus('teachers-associate', ['primary']),
      plus('teachers-bachelor'),
      plus('teachers-master'),
      plus('teachers-doctor'),
    ],
    aggregate: 'teachers-above-required-degree',
    source: cityForm('27-33', 'one page asks 本科 of primary teachers; four sources say 专科'),
  },
  {
    id: 'backbone-teachers',
    level: 'stage',
    parts: [plus('backbone-teachers')],
    aggregate: null,
    source: cityForm('34'),
  },
  {
    id: 'pe-and-arts-teachers',
    level: 'stage',
    parts: [plus('pe-teachers'), plus('music-teachers'), plus('fine-art-teachers'), plus('arts-teachers')],
    aggregate: 'pe-and-arts-teachers',
    source: cityForm('37-44'),
  },
  {
    id: 'net-teaching-rooms-area',
    level: 'school',
    parts: [plus('teaching-rooms-area'), minus('indoor-sports-rooms-area')],
    aggregate: 'net-teaching-rooms-area',
    source: cityForm(
      '45-46',
      'the statistics table counts indoor sports rooms inside teaching rooms; the 2017 framework does not',
    ),
  },
  {
    id: 'sports-area',
    level: 'school',
    parts: [plus('gymnasium-area'), plus('sports-field-area')],
    aggregate: 'sports-area',
    source: cityForm('47-50'),
  },
  { id: 'equipment-value', level: 'school', parts: [plus('equipment-value')], aggregate: null, source: cityForm('51') },
  {
    id: 'multimedia-classrooms',
    level: 'school',
    parts: [plus('multimedia-classrooms')],
    aggregate: null,
    source: cityForm('52'),
  },
];
