import { conditionCells } from '../items/condition.ts';
import { splitCellKey } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';

/** What a requirement looks at, by the edition. */
export interface RequirementItems {
  /** Ids of items of schools and of the county report. */
  readonly items: ReadonlySet<string>;
  /** It reads figures of schools, so that a school more or less can change it. */
  readonly ofSchools: boolean;
}

/**
 * Null for the rules over indicators and CVs, whose causes stand with those. Editions are plain data in which `item` always names an
 * item, so that no kind of rule, amount or condition is forgotten here.
 */
export function requirementItems(edition: Edition, requirement: Requirement): RequirementItems | null {
  const { kind } = requirement.rule;
  if (kind === 'resource-allocation' || kind === 'school-standard' || kind === 'balance') return null;
  const relaxations = edition.specialRules.filter(
    (rule) =>
      rule.enabled &&
      rule.effects.some((effect) => effect.kind === 'changed-comparison' && effect.requirement === requirement.id),
  );
  const items = new Set<string>();
  collectItems([requirement.rule, requirement.appliesTo, relaxations], items);
  const read = edition.items.filter((item) => items.has(item.id));
  for (const { condition } of read) for (const key of conditionCells(condition)) items.add(splitCellKey(key).itemId);
  const ofSchools = requirement.per !== 'county' || read.length > 0;
  // Which schools take part, and which stages they have.
  if (ofSchools) for (const id of [edition.schoolTypeItem, edition.pupilsItem]) items.add(id);
  if (ofSchools && edition.scope.ownershipItem !== null) items.add(edition.scope.ownershipItem);
  return { items, ofSchools };
}

function collectItems(value: unknown, items: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'item' && typeof inner === 'string') items.add(inner);
    else collectItems(inner, items);
  }
}
