import type { DataProblem } from '../evaluation.ts';
import { reportedText } from '../items/cells.ts';
import type { Facts } from '../items/cells.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { addIntervals, knownValue, nothing } from '../quantities/interval.ts';
import { compare } from '../quantities/rational.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import type { OutOfScopeReason } from '../standards/edition.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolUnit } from './school-units.ts';
import type { StagePupils } from './stage-pupils.ts';

/** Is a school part of the evaluation? What is out enters neither a mean nor P_N. */
export type ScopeDecision =
  | { readonly state: 'in' }
  | { readonly state: 'out'; readonly reason: OutOfScopeReason; readonly facts: Facts }
  | { readonly state: 'undetermined'; readonly problem: DataProblem };

export function decideScope(indexed: IndexedEdition, unit: SchoolUnit, pupils: readonly StagePupils[]): ScopeDecision {
  if (unit.problem !== null) return { state: 'undetermined', problem: unit.problem };
  const { edition } = indexed;
  const { cells } = unit.record;
  const type = schoolTypeOf(edition, cells);
  if (type === undefined) return open(unit, 'school-type-missing', [edition.schoolTypeItem]);
  const excluded = edition.scope.excludedTypes.find((each) => each.type === type.id);
  if (excluded !== undefined) return { state: 'out', reason: excluded.reason, facts: { schoolType: type.id } };

  if (!edition.scope.includePrivate && edition.scope.ownershipItem !== null) {
    const ownership = reportedText(cells, edition.scope.ownershipItem);
    if (ownership === undefined) return open(unit, 'ownership-missing', [edition.scope.ownershipItem]);
    if (ownership === 'private') return { state: 'out', reason: 'private', facts: { ownership } };
  }

  const evaluated = pupils.filter((each) => indexed.evaluatedStages.includes(each.stage));
  const minimum = edition.scope.minimumPupils.find((each) => each.types.includes(type.id));
  if (minimum !== undefined) {
    const total = evaluated.reduce((sum, each) => addIntervals(sum, each.count), nothing);
    const limit = decimal(minimum.fewerThan);
    if (total.high !== null && compare(total.high, limit) < 0) {
      const known = knownValue(total);
      return {
        state: 'out',
        reason: minimum.reason,
        facts: { schoolType: type.id, pupils: known === null ? null : exactText(known), minimum: minimum.fewerThan },
      };
    }
    if (compare(total.low, limit) < 0) {
      return open(
        unit,
        'pupils-missing',
        evaluated.flatMap((each) => each.missing.map((cell) => cell.key)),
      );
    }
  }
  if (
    !type.stages.some((each) => indexed.evaluatedStages.includes(each.stage)) &&
    !evaluated.some((each) => each.expected)
  ) {
    return { state: 'out', reason: 'no-evaluated-stage', facts: { schoolType: type.id } };
  }
  return { state: 'in' };
}

function open(unit: SchoolUnit, kind: DataProblem['kind'], missing: readonly string[]): ScopeDecision {
  return { state: 'undetermined', problem: { schoolId: unit.schoolId, kind, missing } };
}
