import type { QuantityDefinition, QuantityPart } from '../../edition.ts';
import type { Source } from '../../../items/item-definition.ts';
import { form } from './sources.ts';

const plus = (item: string, stages: readonly string[] | null = null): QuantityPart => ({ item, sign: 1, stages });

/** One item as it is; `level` says whether it is asked of the school or of each stage. */
export function ofItem(item: string, level: 'school' | 'stage', source: Source, id = item): QuantityDefinition {
  return { id, level, parts: [plus(item)], aggregate: null, source };
}

/** The raw amounts x of the eight indicators. */
export const quantities: readonly QuantityDefinition[] = [
  ofItem('teaching-rooms-area', 'school', form('表Ⅲ')),
  {
    id: 'sports-area',
    level: 'school',
    parts: [plus('gymnasium-area'), plus('sports-field-area')],
    aggregate: 'sports-area',
    source: form('表Ⅲ'),
  },
  ofItem('equipment-value', 'school', form('表Ⅲ')),
  ofItem('computers', 'school', form('表Ⅲ')),
  ofItem('books', 'school', form('表Ⅲ')),
  ofItem('full-time-teachers-of-stage', 'stage', form('表Ⅲ', 'B')),
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
    source: form('表Ⅲ', 'B', 'required then: 中师 in primary, 大专 in junior schools'),
  },
  ofItem('teachers-mid-level-titles', 'stage', form('表Ⅲ')),
];
