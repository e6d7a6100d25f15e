import { relationWords } from './consistency/result.ts';
import { explanationKinds } from './trace/explanation-node.ts';
import { formulaTemplates } from './trace/formula-templates.ts';
import { dataProblemKinds, outcomes, undeterminedReasons } from './evaluation.ts';
import { cellProblems } from './items/parse-cell.ts';
import { outOfScopeReasons } from './standards/edition.ts';
import type { Edition } from './standards/edition.ts';
import type { RequirementRule } from './standards/requirement.ts';
import { settingIds } from './standards/settings.ts';

/** What an edition asks beside the indicators: keys of its requirements, their parts and points, and of what they name. */
function requirementKeys(edition: Edition): readonly string[] {
  const { requirements, dimensions } = edition;
  const points = requirements.flatMap(({ id, rule }) =>
    rule.kind === 'scored' ? rule.points.map((point) => ({ requirement: id, point })) : [],
  );
  return [
    ...requirements.map((requirement) => `requirement.${requirement.id}`),
    ...requirements.flatMap(({ id, rule }) => partKeys(`requirement.${id}`, rule)),
    ...points.map(({ requirement, point }) => `point.${requirement}.${point.id}`),
    ...points.flatMap(({ requirement, point: { id, scoring } }) => [
      ...(scoring.kind === 'all-or-nothing' ? partKeys(`point.${requirement}.${id}`, scoring.rule) : []),
      ...(scoring.kind === 'deductions'
        ? scoring.deductions.map((each) => `deduction.${requirement}.${id}.${each.id}`)
        : []),
    ]),
    ...[...new Set([...requirements.map((each) => each.group), ...dimensions.map((each) => each.id)])].map(
      (group) => `requirement-group.${group}`,
    ),
    ...new Set(
      [...requirements, ...points.map(({ point }) => point)].flatMap((each) =>
        each.evidence.map((evidence) => `evidence.${evidence}`),
      ),
    ),
    ...settingIds(edition).map((id) => `setting.${id}`),
    'year-change.last',
    'year-change.earlier',
  ];
}

function partKeys(above: string, rule: RequirementRule): readonly string[] {
  return rule.kind === 'all-of' || rule.kind === 'at-least-of'
    ? rule.parts.flatMap((part) => [`${above}.${part.id}`, ...partKeys(`${above}.${part.id}`, part.rule)])
    : [];
}

/** Every message key the core can emit for an edition: what `evaluation-messages` must have in both languages. */
export function messageKeysOf(edition: Edition): readonly string[] {
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
    ...outcomes.map((outcome) => `outcome.${outcome}`),
    ...['hard', 'soft', 'information'].map((severity) => `severity.${severity}`),
    ...cellProblems.map((problem) => `problem.${problem}`),
    ...undeterminedReasons.map((reason) => `reason.${reason}`),
    ...outOfScopeReasons.map((reason) => `out-of-scope.${reason}`),
    ...dataProblemKinds.map((kind) => `data-problem.${kind}`),
    ...relationWords.map((relation) => `relation.${relation}`),
    ...explanationKinds.map((kind) => `node.${kind}`),
    ...formulaTemplates.map((template) => `formula.${template}`),
  ];
}
