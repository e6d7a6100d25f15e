import type { ItemDefinition } from '../items/item-definition.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { Amendment } from './amendment.ts';

type Addition = Extract<Amendment, { readonly kind: 'added-requirement' }>;

/** The edition with one requirement more, and with what schools and the county are asked for it. */
export function withRequirement(edition: Edition, addition: Addition): Edition {
  const { requirement, items = [], countyItems = [], texts } = addition;
  return {
    ...edition,
    sections: withSections(edition.sections, items),
    items: [...edition.items, ...items],
    countySections: withSections(edition.countySections, countyItems),
    countyItems: [...edition.countyItems, ...countyItems],
    requirements: [...edition.requirements, requirement],
    texts: { ...edition.texts, ...texts },
  };
}

function withSections(sections: readonly string[], items: readonly ItemDefinition[]): readonly string[] {
  return [...new Set([...sections, ...items.map((item) => item.section)])];
}

/**
 * Not the rules over all schools together (资源配置, 办学基本标准, 校际均衡), whose numbers stand beside the requirement, and not the last one:
 * an edition that asks nothing would be met by everybody.
 */
export function isRemovable(edition: Edition, { rule: { kind } }: Requirement): boolean {
  return (
    kind !== 'resource-allocation' &&
    kind !== 'school-standard' &&
    kind !== 'balance' &&
    edition.requirements.length > 1
  );
}

/** Without the requirement, without what special rules say of it alone, and without the items that nothing else names. */
export function withoutRequirement(edition: Edition, requirement: Requirement): Edition {
  const isOf = (effect: Edition['specialRules'][number]['effects'][number]): boolean =>
    effect.kind === 'changed-comparison' && effect.requirement === requirement.id;
  const dropped = edition.specialRules.filter((rule) => rule.effects.every(isOf));
  const kept: Edition = {
    ...edition,
    requirements: edition.requirements.filter((each) => each !== requirement),
    specialRules: edition.specialRules
      .filter((rule) => !dropped.includes(rule))
      .map((rule) =>
        rule.effects.some(isOf) ? { ...rule, effects: rule.effects.filter((each) => !isOf(each)) } : rule,
      ),
  };
  const before = namesIn([requirement, dropped, edition.specialRules.flatMap((rule) => rule.effects.filter(isOf))]);
  const isIdle = (item: ItemDefinition): boolean => before.has(item.id) && !namesBeside(kept, item).has(item.id);
  const items = kept.items.filter((item) => !isIdle(item));
  const countyItems = kept.countyItems.filter((item) => !isIdle(item));
  return {
    ...kept,
    items,
    sections: stillUsed(kept.sections, edition.items, items),
    countyItems,
    countySections: stillUsed(kept.countySections, edition.countyItems, countyItems),
  };
}

/** A section goes with its last item; one that never had any stays. */
function stillUsed(
  sections: readonly string[],
  before: readonly ItemDefinition[],
  after: readonly ItemDefinition[],
): readonly string[] {
  const had = new Set(before.map((item) => item.section));
  const has = new Set(after.map((item) => item.section));
  return sections.filter((section) => has.has(section) || !had.has(section));
}

/** Every word of the edition but the item's own definition and the names it brings along. */
function namesBeside(edition: Edition, item: ItemDefinition): ReadonlySet<string> {
  const { texts: _texts, ...rest } = edition;
  return namesIn({
    ...rest,
    items: edition.items.filter((each) => each !== item),
    countyItems: edition.countyItems.filter((each) => each !== item),
  });
}

/** Editions are plain data: whatever names an item holds its id as a text, whichever kind of rule it is. */
function namesIn(data: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof data === 'string') names.add(data);
  else if (typeof data === 'object' && data !== null)
    for (const [key, each] of Object.entries(data)) {
      names.add(key);
      namesIn(each, names);
    }
  return names;
}
