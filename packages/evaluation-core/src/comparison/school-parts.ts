import type { CountyEvaluation } from '../evaluation.ts';
import { canonicalJson } from '../fingerprints/canonical-json.ts';
import type { DataSet } from '../items/cells.ts';
import type { Change, SchoolChange, SchoolPair, SchoolPart } from './comparison.ts';
import type { SchoolMatching } from './match-schools.ts';

/** Every school an evaluation names, and those of its data set where that is given, with how it takes part. */
export function schoolParts(evaluation: CountyEvaluation, dataSet: DataSet | null): ReadonlyMap<string, SchoolPart> {
  const parts = new Map<string, { -readonly [Key in keyof SchoolPart]: SchoolPart[Key] }>();
  const partOf = (schoolId: string) => {
    const known = parts.get(schoolId);
    if (known !== undefined) return known;
    const part = { schoolId, stages: [], outOfScope: [], mergedInto: null, problem: null };
    parts.set(schoolId, part);
    return part;
  };
  for (const { schoolId } of dataSet?.schools ?? []) partOf(schoolId);
  for (const { schoolId, stage } of evaluation.schoolStages) {
    const part = partOf(schoolId);
    part.stages = [...part.stages, stage];
  }
  for (const { schoolId, stage, reason } of evaluation.outOfScope) {
    const part = partOf(schoolId);
    part.outOfScope = [...part.outOfScope, { stage, reason }];
  }
  for (const { schoolId, parentSchoolId } of evaluation.mergedCampuses) partOf(schoolId).mergedInto = parentSchoolId;
  for (const { schoolId, kind } of evaluation.dataProblems) partOf(schoolId).problem = kind;
  return parts;
}

export function schoolChanges(
  matching: SchoolMatching,
  parts: Change<ReadonlyMap<string, SchoolPart>>,
): readonly SchoolChange[] {
  const { groups, pairs } = matching;
  const counterpart = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const grouped = {
    before: new Set(groups.flatMap((group) => group.before)),
    after: new Set(groups.flatMap((group) => group.after)),
  };
  const listed = (side: 'before' | 'after', ids: readonly string[]) => ids.flatMap((id) => parts[side].get(id) ?? []);
  const changes: SchoolChange[] = groups.map(({ before, after }) => ({
    kind: after.length === 1 ? 'joined' : before.length === 1 ? 'divided' : 'regrouped',
    before: listed('before', before),
    after: listed('after', after),
  }));
  for (const pair of pairs) {
    const before = listed('before', pair.before === null ? [] : [pair.before]);
    const after = listed('after', pair.after === null ? [] : [pair.after]);
    const inGroup = grouped.before.has(pair.before ?? '') || grouped.after.has(pair.after ?? '');
    const kind = kindOf(pair);
    if (kind === 'other-part' ? samePart(before[0], after[0], counterpart) : inGroup) continue;
    changes.push({ kind, before, after });
  }
  return changes;
}

function kindOf(pair: SchoolPair): SchoolChange['kind'] {
  if (pair.before === null) return 'appeared';
  return pair.after === null ? 'disappeared' : 'other-part';
}

/** Is the part the same, with the ids of the first run read as those of the second? */
function samePart(
  before: SchoolPart | undefined,
  after: SchoolPart | undefined,
  counterpart: ReadonlyMap<string | null, string | null>,
): boolean {
  if (before === undefined || after === undefined) return before === after;
  const mergedInto = before.mergedInto === null ? null : (counterpart.get(before.mergedInto) ?? null);
  return (
    (before.mergedInto === null) === (after.mergedInto === null) &&
    mergedInto === after.mergedInto &&
    canonicalJson([before.stages, before.outOfScope, before.problem]) ===
      canonicalJson([after.stages, after.outOfScope, after.problem])
  );
}
