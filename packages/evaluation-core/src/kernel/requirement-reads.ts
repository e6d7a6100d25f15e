import type { Edition } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';

/** What a requirement may hang on. */
export interface RequirementReads {
  /** Items of the schools, those included that decide whether a school is asked. */
  readonly items: ReadonlySet<string>;
  readonly countyItems: ReadonlySet<string>;
  /** What the school rule and the balance rule say. */
  readonly verdicts: boolean;
}

const verdictKinds = new Set<unknown>(['resource-allocation', 'school-standard', 'balance']);

/**
 * Found by looking through the data of the edition, whatever the kind of rule: every item is named by a member `item`. Rather too much
 * than too little: whoever is asked hangs on the type, the ownership, the pupils, and all that conditions look at.
 */
export function requirementReads(edition: Edition, requirement: Requirement): RequirementReads {
  const named = new Set<string>();
  const kinds = new Set<unknown>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('item' in value && typeof value.item === 'string') named.add(value.item);
    if ('kind' in value) kinds.add(value.kind);
    for (const each of Object.values(value)) look(each);
  };
  const changes = edition.specialRules.filter((rule) =>
    rule.effects.some((each) => each.kind === 'changed-comparison' && each.requirement === requirement.id),
  );
  look([requirement.rule, requirement.appliesTo, changes]);
  const ofCounty = new Set(edition.countyItems.map((item) => item.id));
  const countyItems = new Set([...named].filter((item) => ofCounty.has(item)));
  look([edition.items.map((item) => item.condition), edition.schoolTypeItem, edition.scope]);
  const { ownershipItem } = edition.scope;
  for (const item of [edition.pupilsItem, edition.schoolTypeItem, ...(ownershipItem === null ? [] : [ownershipItem])])
    named.add(item);
  return { items: named, countyItems, verdicts: [...kinds].some((kind) => verdictKinds.has(kind)) };
}
