import { countyCheckRules } from './checks/check-county-report.ts';
import { relationWords } from './consistency/result.ts';
import { unitsOfReaching } from './rectification/target.ts';
import { explanationKinds } from './trace/explanation-node.ts';
import { formulaTemplates } from './trace/formula-templates.ts';
import { dataProblemKinds, outcomes, undeterminedReasons } from './evaluation.ts';
import { cellProblems } from './items/parse-cell.ts';
import { outOfScopeReasons } from './standards/edition.ts';
import type { Edition } from './standards/edition.ts';
import { editionKeys } from './standards/edition-keys.ts';

/** Every message key the core can emit for an edition: what `evaluation-messages` must have in both languages. */
export function messageKeysOf(edition: Edition): readonly string[] {
  return [
    ...editionKeys(edition),
    ...outcomes.map((outcome) => `outcome.${outcome}`),
    ...['hard', 'soft', 'information'].map((severity) => `severity.${severity}`),
    ...Object.keys(countyCheckRules).flatMap((rule) => [`check.${rule}`, `check.${rule}.hint`]),
    ...cellProblems.map((problem) => `problem.${problem}`),
    ...undeterminedReasons.map((reason) => `reason.${reason}`),
    ...outOfScopeReasons.map((reason) => `out-of-scope.${reason}`),
    ...dataProblemKinds.map((kind) => `data-problem.${kind}`),
    ...Object.values(unitsOfReaching).map((unit) => `unit.${unit}`),
    ...relationWords.map((relation) => `relation.${relation}`),
    ...explanationKinds.map((kind) => `node.${kind}`),
    ...formulaTemplates.map((template) => `formula.${template}`),
  ];
}
