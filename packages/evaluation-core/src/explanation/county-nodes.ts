import type { ExplanationNode } from '../trace/explanation-node.ts';
import { formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { CountyAssessment } from '../verdicts/county.ts';
import type { StageAssessment } from '../verdicts/stage.ts';
import { tally } from './tally.ts';

export function countyNode(county: CountyAssessment): ExplanationNode {
  return node(nodePath('county'), 'county', county.county.outcome, {
    complete: county.county.complete,
    formula: formula('all-must-hold', tally(county.requirements.map((each) => each.outcome))),
    children: county.requirements.map((each) => nodePath('requirement', each.requirement.id)),
  });
}

export function resourceAllocationNode(county: CountyAssessment): ExplanationNode {
  return node(nodePath('resource-allocation'), 'resource-allocation', county.resourceAllocation.outcome, {
    complete: county.resourceAllocation.complete,
    formula: formula('all-must-hold', tally(county.stages.map((stage) => stage.outcome))),
    children: county.stages.map((stage) => nodePath('stage', stage.stage)),
  });
}

export function stageNode(stage: StageAssessment): ExplanationNode {
  // Where the mean of the CVs is judged, it stands for all of them.
  const balance = stage.composite === null ? stage.cvs : [stage.composite];
  return node(nodePath('stage', stage.stage), 'stage', stage.outcome, {
    complete: stage.complete,
    facts: { stage: stage.stage, schoolsOutcome: stage.schoolsOutcome, balanceOutcome: stage.balanceOutcome },
    formula: formula('all-must-hold', tally([...balance, ...stage.schoolStages].map((each) => each.outcome))),
    children: [
      ...(stage.composite === null
        ? stage.cvs.map((cv) => nodePath('cv', stage.stage, cv.indicator.definition.id))
        : [nodePath('composite', stage.stage)]),
      ...stage.schoolStages.map((school) => nodePath('school', school.unit.schoolId, stage.stage)),
    ],
  });
}
