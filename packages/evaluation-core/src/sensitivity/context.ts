import type { Outcome } from '../outcome.ts';
import { amountItems } from '../items/amount-parts.ts';
import type { CountyVerdict } from '../kernel/county-board.ts';
import type { CountySession } from '../kernel/county-session.ts';
import { outcomeOf } from '../kernel/outcome-codes.ts';
import { requirementReads } from '../kernel/requirement-reads.ts';
import type { RequirementReads } from '../kernel/requirement-reads.ts';
import { conditionKeys } from '../kernel/unit-links.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { Requirement } from '../standards/requirement.ts';
import { assessUnit } from '../verdicts/county.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { CvsOfSchool } from './atoms.ts';
import { cvBackgrounds, withoutUnit } from './cv-background.ts';
import type { CvBackground } from './cv-background.ts';
import { numberConditions } from './observe-conditions.ts';

export type SensitivityTarget = 'county' | 'resource-allocation';

/** What stays the same while cells are tried. */
export interface Context {
  readonly session: CountySession;
  readonly target: SensitivityTarget;
  /** The target verdict as it is now in the session. */
  readonly outcome: () => Outcome;
  /** The resource allocation before anything is tried. */
  readonly base: CountyVerdict;
  readonly backgrounds: readonly CvBackground[];
  readonly conditions: ReturnType<typeof numberConditions>;
  /** Items that those conditions read. */
  readonly conditionItems: ReadonlySet<string>;
  /** Cells on which it may hang which rows there are. */
  readonly conditionCells: ReadonlySet<string>;
  /** With the county's whole verdict: its requirements and what they read. */
  readonly requirements: readonly { readonly requirement: Requirement; readonly reads: RequirementReads }[];
}

/** A school while its cells are tried. */
export interface SchoolContext {
  readonly place: number;
  readonly unit: SchoolUnit;
  readonly schoolStages: readonly SchoolStageAssessment[];
  readonly cvs: CvsOfSchool;
}

export function newContext(session: CountySession, target: SensitivityTarget): Context {
  const { indexed } = session.county;
  const { edition } = indexed;
  const requirements = target === 'county' ? edition.requirements : [];
  const conditions = numberConditions(edition, requirements);
  const read = conditions.flatMap(({ left, right }) => [...amountItems(left), ...amountItems(right)]);
  return {
    session,
    target,
    outcome: () => outcomeOf(target === 'county' ? session.requirements.outcome() : session.board.resourceAllocation()),
    base: session.board.verdict(),
    backgrounds: cvBackgrounds(session),
    conditions,
    conditionItems: new Set(read.map((each) => each.item)),
    conditionCells: conditionKeys(indexed),
    requirements: requirements.map((requirement) => ({ requirement, reads: requirementReads(edition, requirement) })),
  };
}

export function schoolContext({ session, backgrounds }: Context, place: number): SchoolContext {
  const { indexed, method } = session.county;
  const unit = session.unitAt(place);
  const { schoolStages } = assessUnit(indexed, method, unit);
  const cvs = backgrounds.map((background) => ({ background, others: withoutUnit(background, place) }));
  return { place, unit, schoolStages, cvs: { of: (stage) => cvs.filter((each) => each.background.stage === stage) } };
}
