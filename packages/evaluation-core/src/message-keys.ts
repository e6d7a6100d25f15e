import { figureProblems } from './consistency/figure.ts';
import { consistencyFindings, statedVerdicts, suspectedCauses } from './consistency/result.ts';
import { explanationKinds } from './trace/explanation-node.ts';
import { formulaTemplates } from './trace/formula-templates.ts';
import { dataProblemKinds, outcomes, undeterminedReasons } from './evaluation.ts';
import { cellProblems } from './items/parse-cell.ts';
import { outOfScopeReasons } from './standards/edition.ts';
import type { Edition } from './standards/edition.ts';

/** Every message key the core can emit for an edition: what `evaluation-messages` must have in both languages. */
export function messageKeysOf(edition: Edition): readonly string[] {
  const units = new Set<string>();
  for (const item of edition.items) if (item.unit !== null) units.add(item.unit);
  for (const indicator of edition.indicators) if ('unit' in indicator) units.add(indicator.unit);
  const rules = edition.specialRules;
  return [
    `edition.${edition.id}`,
    ...edition.stages.map((stage) => `stage.${stage.id}`),
    ...edition.schoolTypes.map((type) => `school-type.${type.id}`),
    ...edition.sections.map((section) => `section.${section}`),
    ...[...units].map((unit) => `unit.${unit}`),
    ...edition.items.flatMap((item) => [`item.${item.id}`, `item.${item.id}.help`]),
    ...edition.items.flatMap((item) =>
      item.value.kind === 'choice' ? item.value.options.map((option) => `option.${item.id}.${option}`) : [],
    ),
    'option.flag.yes',
    'option.flag.no',
    ...edition.quantities.map((quantity) => `quantity.${quantity.id}`),
    ...edition.indicators.map((indicator) => `indicator.${indicator.id}`),
    ...edition.requirements.map((requirement) => `requirement.${requirement.id}`),
    ...new Set(edition.requirements.map((requirement) => `requirement-group.${requirement.group}`)),
    ...edition.checks.map((check) => `check.${check.id}`),
    ...new Set(rules.map((rule) => `special-rule.${rule.id}`)),
    ...new Set(rules.flatMap((rule) => rule.evidence.map((evidence) => `special-rule-evidence.${evidence}`))),
    ...new Set(rules.flatMap((rule) => (rule.followUp === null ? [] : [`special-rule-follow-up.${rule.followUp}`]))),
    ...outcomes.map((outcome) => `outcome.${outcome}`),
    ...['hard', 'soft', 'information'].map((severity) => `severity.${severity}`),
    ...cellProblems.map((problem) => `problem.${problem}`),
    ...undeterminedReasons.map((reason) => `reason.${reason}`),
    ...outOfScopeReasons.map((reason) => `out-of-scope.${reason}`),
    ...dataProblemKinds.map((kind) => `data-problem.${kind}`),
    ...statedVerdicts.map((verdict) => `stated-verdict.${verdict}`),
    ...Object.keys(consistencyFindings).map((finding) => `consistency.${finding}`),
    ...suspectedCauses.map((cause) => `suspected-cause.${cause}`),
    ...figureProblems.map((problem) => `figure-problem.${problem}`),
    ...['at-least', 'above', 'at-most', 'below', 'equal', 'unequal'].map((relation) => `relation.${relation}`),
    ...explanationKinds.map((kind) => `node.${kind}`),
    ...formulaTemplates.map((template) => `formula.${template}`),
  ];
}
