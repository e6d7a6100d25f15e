import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import { flag } from './item-builders.ts';
import { requirements } from './requirements.ts';

/** A yes/no answer to every requirement that is judged. */
export const countyItems: readonly CountyItemDefinition[] = requirements.flatMap(({ rule, source }) =>
  rule.kind === 'answer' ? [{ ...flag('county-judgements', rule.item, null, { source }), earlierYears: 0 }] : [],
);
