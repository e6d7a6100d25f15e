import type { ChecklistItem } from '@junheng/api-contract';
import type { Dimension, Edition, EditionTexts, ItemDefinition, Requirement } from '@junheng/evaluation-core';

/** The section of what a checklist has inspectors count: nobody reports it. */
export const CHECKLIST_SECTION = 'checklist';
/** Decimals of what is counted: heads and rooms, but also metres and yuan. */
const COUNTED_SCALE = 2;
/** The only point of a scored item. */
const POINT = 'points';

/**
 * A small checklist (督查清单) as an edition, so that visits, consolidation and findings go by it as by any standard: a yes/no item is a
 * requirement that is judged, a scored one a requirement with one point, a counted one an item. No school reports by it and no verdict
 * comes of it.
 * @param id lower-case letters, digits and hyphens; its parts are named after it, since texts are known by key alone
 */
export function checklistEdition(
  id: string,
  name: readonly [zhCN: string, en: string],
  items: readonly ChecklistItem[],
): Edition {
  const parts = items.map((item, at) => ({ item, id: `${id}-${at + 1}` }));
  const source = (criteria: string | null) => ({
    document: name[0],
    clause: criteria,
    confidence: 'A' as const,
    note: null,
  });
  const define = (
    itemId: string,
    value: ItemDefinition['value'],
    more: Partial<ItemDefinition> = {},
  ): ItemDefinition => ({
    id: itemId,
    section: CHECKLIST_SECTION,
    value,
    unit: null,
    stages: null,
    alsoByStage: [],
    condition: null,
    required: false,
    entry: 'import',
    plausible: null,
    source: source(null),
    ...more,
  });
  const requirements = parts.flatMap(({ item, id: part }): readonly Requirement[] => {
    const rule = ruleOf(part, item, id, source(item.criteria));
    return rule === null
      ? []
      : [
          {
            id: part,
            group: id,
            per: 'school',
            appliesTo: null,
            schools: 'registered',
            rule,
            responsible: null,
            evidence: [],
            source: source(item.criteria),
          },
        ];
  });
  const dimensions: readonly Dimension[] = [{ id, parent: null }];
  return {
    id,
    instrument: name[0],
    base: null,
    stages: [],
    pupilsItem: 'pupils',
    schoolTypeItem: 'school-type',
    schoolTypes: [],
    sections: [CHECKLIST_SECTION],
    items: [
      define('school-type', { kind: 'choice', options: [] }),
      define('pupils', { kind: 'number', scale: 0 }),
      ...parts.map(({ item, id: part }) =>
        item.kind === 'yes-no'
          ? define(part, { kind: 'flag' })
          : define(
              part,
              { kind: 'number', scale: COUNTED_SCALE },
              item.kind === 'counted' ? { entry: 'form', source: source(item.criteria) } : {},
            ),
      ),
    ],
    countySections: [],
    countyItems: [],
    quantities: [],
    indicators: [],
    schoolRule: null,
    balanceRule: null,
    specialRules: [],
    scope: { excludedTypes: [], minimumPupils: [], includePrivate: true, ownershipItem: null },
    splitting: { method: 'weighted', weights: {}, source: source(null) },
    rounding: { indicators: { kind: 'none' }, cvs: { kind: 'none' } },
    display: { indicatorDecimals: 2, cvDecimals: 3, cvBoundaryDecimals: [2, 3] },
    checks: [],
    dimensions,
    requirements,
    texts: textsOf(id, name, parts),
  };
}

function ruleOf(
  part: string,
  { kind, maximum }: ChecklistItem,
  dimension: string,
  source: Requirement['source'],
): Requirement['rule'] | null {
  if (kind === 'counted') return null;
  if (kind === 'yes-no') return { kind: 'answer', item: part, holds: ['yes'] };
  const point = { id: POINT, dimension, maximum, evidence: [], responsible: null, source };
  return {
    kind: 'scored',
    total: maximum,
    pass: null,
    points: [{ ...point, scoring: { kind: 'judged', item: part } }],
  };
}

/** Words for everything of its own, in both languages: what is not translated stands in Chinese. */
function textsOf(
  id: string,
  name: readonly [zhCN: string, en: string],
  parts: readonly { readonly id: string; readonly item: ChecklistItem }[],
): EditionTexts {
  const ofParts = parts.flatMap(({ id: part, item }) => {
    const keys = [
      `item.${part}`,
      `item.${part}.help`,
      ...(item.kind === 'counted' ? [] : [`requirement.${part}`]),
      ...(item.kind === 'scored' ? [`point.${part}.${POINT}`] : []),
    ];
    return keys.map((key) => [key, [item.text, item.textEn ?? item.text]] as const);
  });
  return Object.fromEntries([
    [`edition.${id}`, name],
    [`requirement-group.${id}`, name],
    // Of every checklist, so that its words are always these.
    [`section.${CHECKLIST_SECTION}`, ['督查清单', 'Checklist']],
    ...ofParts,
  ]);
}
