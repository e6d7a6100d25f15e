export type { CellKey, Cells, DataSet, Facts, SchoolRecord, StageId } from './items/cells.ts';
export { cellKey, splitCellKey } from './items/cells.ts';
export type { Condition } from './items/condition.ts';
export type {
  CountyItemDefinition,
  ItemDefinition,
  ItemValue,
  PlausibleRange,
  Source,
} from './items/item-definition.ts';
export { cellProblems, parseCell } from './items/parse-cell.ts';
export type { CellProblem, ParsedCell } from './items/parse-cell.ts';
export * from './standards/edition.ts';
export type { Amount, Comparator } from './items/amount.ts';
export type * from './standards/requirement.ts';
export type * from './standards/school-and-balance-rule.ts';
export type * from './standards/score-card.ts';
export type * from './standards/special-rule.ts';
export type { CheckRule, CheckSeverity, CheckTerm, ClassBand, PeerMeasure } from './standards/check-rule.ts';
export { editionById, editions } from './standards/editions.ts';
export { qualityBalance2017 } from './standards/catalogue/cn-2017-quality-balance/edition.ts';
export { amendEdition } from './amendments/amend-edition.ts';
export type { AmendedEdition } from './amendments/amend-edition.ts';
export { amendmentFaultKinds } from './amendments/amendment.ts';
export type { Amendment, AmendmentFault, AmendmentKind } from './amendments/amendment.ts';
export { editionDifferenceKinds, editionDifferences } from './amendments/edition-difference.ts';
export { isRemovable } from './amendments/requirements-of-edition.ts';
export { settingValues } from './amendments/settings-of-edition.ts';
export type { EditionDifference, EditionDifferenceKind } from './amendments/edition-difference.ts';
export { editionFaultKinds } from './standards/validation/edition-fault.ts';
export type { EditionFault } from './standards/validation/edition-fault.ts';
export { validateEdition } from './standards/validation/validate-edition.ts';
export { allowedCells, applicableCells, cellDefinition, schoolTypeOf } from './standards/applicable-cells.ts';
export type { CellDefinition } from './standards/applicable-cells.ts';
export { countyCellDefinition, countyCells } from './standards/county-cells.ts';
export type { CountyCellDefinition } from './standards/county-cells.ts';
export { countedFromSchools, totalsOfSchools } from './schools/counted-from-schools.ts';
export type { CountedFigure } from './schools/counted-from-schools.ts';
export * from './evaluation.ts';
export { explanationKinds } from './trace/explanation-node.ts';
export type {
  ExplanationCell,
  ExplanationFormula,
  ExplanationKind,
  ExplanationNode,
  NodePath,
} from './trace/explanation-node.ts';
export type { CheckContext, CheckFinding } from './checks/check-finding.ts';
export { checkReport } from './checks/check-report.ts';
export { checkCountyReport, countyCheckRules } from './checks/check-county-report.ts';
export type { CountyCheckContext, CountyCheckRule } from './checks/check-county-report.ts';
export { requirementItems } from './comparison/requirement-items.ts';
export type { RequirementItems } from './comparison/requirement-items.ts';
export { peerBands } from './checks/peer-bands.ts';
export type { PeerBand } from './checks/peer-bands.ts';
export { peerStatistics } from './checks/peer-statistics.ts';
export type { PeersOfType, PeerStatistics, PeerValue } from './checks/peer-statistics.ts';
export { evaluateCounty, evaluateSchool } from './evaluate.ts';
export { reportRisk, riskKinds } from './risk/report-risk.ts';
export type { ReportRisk, RiskKind, RiskReason } from './risk/report-risk.ts';
export { explain, explainer } from './explanation/explain.ts';
export * from './influence/cv-influence.ts';
export { influence, influences } from './influence/influence.ts';
export * from './comparison/comparison.ts';
export { compareEvaluations } from './comparison/compare-evaluations.ts';
export { fewestPeers, peerPlaces, placesAmongPeers } from './comparison/peer-places.ts';
export type { PeerPlace, PeerPlaceOfIndicator } from './comparison/peer-places.ts';
export { shortfallOf } from './planning/shortfall.ts';
export type { Shortfall } from './planning/shortfall.ts';
export { specialRulePreviews, specialRuleStandings } from './planning/special-rule-preview.ts';
export type { SpecialRulePreview, SpecialRuleStanding } from './planning/special-rule-preview.ts';
export { editProblems } from './kernel/cell-edit.ts';
export type { CellEdit, EditProblem } from './kernel/cell-edit.ts';
export { openCounty } from './kernel/open-county.ts';
export type { OpenCounty, SchoolOutcome, SetAnswer } from './kernel/open-county.ts';
export type { CountyVerdict, CvVerdict, StageVerdict } from './kernel/county-board.ts';
export type { RequirementVerdict } from './kernel/requirement-board.ts';
export { whatIf } from './planning/what-if.ts';
export type { RefusedEdit, WhatIf, WhatIfOptions } from './planning/what-if.ts';
export type {
  AttainmentClaim,
  Claim,
  ComparisonClaim,
  CoverageClaim,
  DerivedClaim,
  Formula,
  GivenClaim,
  NumberingClaim,
  RestatedClaim,
  ShareOfWholeClaim,
  Statement,
  TrendClaim,
} from './consistency/claim.ts';
export { checkStatedNumber, checkStatedNumbers } from './consistency/check-stated-numbers.ts';
export { figureProblems } from './consistency/figure.ts';
export type { FigureProblem } from './consistency/figure.ts';
export { findBlanks } from './consistency/find-blanks.ts';
export type { BlankNumber } from './consistency/find-blanks.ts';
export { consistencyMessageKeys } from './consistency/message-keys.ts';
export { joinBrokenRatios } from './consistency/figure-text.ts';
export { readRelation } from './consistency/figure-words.ts';
export { consistencyFindings, statedVerdicts, suspectedCauses } from './consistency/result.ts';
export type {
  ConsistencyFinding,
  MissingFigure,
  RawReading,
  Recomputed,
  StatedNumberResult,
  StatedVerdict,
  SuspectedCause,
} from './consistency/result.ts';
export { canonicalJson } from './fingerprints/canonical-json.ts';
export { dataSetHash, editionHash, resultHash } from './fingerprints/hashes.ts';
export { displayNumber } from './quantities/display.ts';
export { nodePath } from './trace/paths.ts';
export { rulesVersion } from './rules-version.ts';
export { messageKeysOf } from './message-keys.ts';
export { sensitivity } from './sensitivity/sensitivity.ts';
export type * from './sensitivity/sensitivity.ts';
export { registeredFigures, rotationForms } from './registers/registered-figures.ts';
export type { RegisteredFact, RegisteredFigure, RotationForm } from './registers/registered-figures.ts';
export type { Measure, MeasureEffect, EffectProblem, RefusedEffect } from './rectification/measure.ts';
export { effectProblems } from './rectification/measure.ts';
export { editsOfMeasures } from './rectification/edits-of-measures.ts';
export { coverageStates, measureCoverage } from './rectification/measure-coverage.ts';
export type { CoverageState, MeasureCoverage, ProblemCoverage } from './rectification/measure-coverage.ts';
export { problemWeights } from './rectification/problem.ts';
export type { ProblemPlace, ProblemWeight, RectificationProblem } from './rectification/problem.ts';
export { problemKey, problemsOf } from './rectification/problems-of.ts';
export { hasPlace, placesOfCounty, placesOfSchool } from './rectification/places.ts';
export type { PlacedSchool } from './rectification/places.ts';
export { standingAt } from './rectification/standing-at.ts';
export {
  numbersOfSchool,
  numbersToTrack,
  targetKey,
  targetStanding,
  targetState,
  targetStates,
  targetUnit,
} from './rectification/target.ts';
export type { Target, TargetPlace, TargetState } from './rectification/target.ts';
export type { Standing } from './rectification/standing-at.ts';
