import type { Edition } from './edition.ts';
import { requirementKeys } from './requirement-keys.ts';

/** The message keys of everything that an edition itself names. */
export function editionKeys(edition: Edition): readonly string[] {
  const units = new Set<string>();
  const items = [...edition.items, ...edition.countyItems];
  for (const item of items) if (item.unit !== null) units.add(item.unit);
  for (const indicator of edition.indicators) if ('unit' in indicator) units.add(indicator.unit);
  const rules = edition.specialRules;
  return [
    `edition.${edition.id}`,
    ...edition.stages.map((stage) => `stage.${stage.id}`),
    ...edition.schoolTypes.map((type) => `school-type.${type.id}`),
    ...[...edition.sections, ...edition.countySections].map((section) => `section.${section}`),
    ...[...units].map((unit) => `unit.${unit}`),
    ...items.flatMap((item) => [`item.${item.id}`, `item.${item.id}.help`]),
    ...items.flatMap((item) =>
      item.value.kind === 'choice' ? item.value.options.map((option) => `option.${item.id}.${option}`) : [],
    ),
    'option.flag.yes',
    'option.flag.no',
    ...edition.quantities.map((quantity) => `quantity.${quantity.id}`),
    ...edition.indicators.map((indicator) => `indicator.${indicator.id}`),
    ...requirementKeys(edition),
    ...edition.checks.flatMap((check) => [`check.${check.id}`, `check.${check.id}.hint`]),
    ...edition.checks.flatMap((check) =>
      check.kind === 'peer-position' ? check.measures.map((measure) => `peer-measure.${measure.id}`) : [],
    ),
    ...new Set(rules.map((rule) => `special-rule.${rule.id}`)),
    ...new Set(rules.flatMap((rule) => rule.evidence.map((evidence) => `special-rule-evidence.${evidence}`))),
    ...new Set(rules.flatMap((rule) => (rule.followUp === null ? [] : [`special-rule-follow-up.${rule.followUp}`]))),
  ];
}
