import { compareEvaluations } from '../comparison/compare-evaluations.ts';
import type { EvaluationComparison } from '../comparison/comparison.ts';
import { evaluateCounty } from '../evaluate.ts';
import type { CountyEvaluation, EvaluationOptions } from '../evaluation.ts';
import type { Cells, DataSet } from '../items/cells.ts';
import { readEdit } from '../kernel/cell-edit.ts';
import type { CellEdit, EditProblem } from '../kernel/cell-edit.ts';
import type { Edition } from '../standards/edition.ts';

export interface WhatIfOptions extends EvaluationOptions {
  /** The evaluation of the unchanged data set with the same options, where the caller has it: it is not computed again. */
  readonly before?: CountyEvaluation;
}

export interface RefusedEdit extends CellEdit {
  readonly problem: EditProblem;
}

export interface WhatIf {
  /** Edits that cannot stand, in the order given, each with its reason. They are left out of all the rest. */
  readonly refused: readonly RefusedEdit[];
  /** The data set with the other edits in it, values canonical. */
  readonly dataSet: DataSet;
  readonly evaluation: CountyEvaluation;
  /** What differs from the evaluation of the data set as it is, and because of which cells. */
  readonly comparison: EvaluationComparison;
}

/**
 * What the verdict would be with other values in some cells of a frozen data set, and what differs. The data set given is not touched,
 * and the order of the edits changes no byte of the evaluation. Throws only for a malformed edition.
 */
export function whatIf(
  edition: Edition,
  dataSet: DataSet,
  edits: readonly CellEdit[],
  options: WhatIfOptions = {},
): WhatIf {
  const { before: given, ...method } = options;
  const { dataSet: edited, refused } = withEdits(edition, dataSet, edits);
  const before = given ?? evaluateCounty(edition, dataSet, method);
  const evaluation = evaluateCounty(edition, edited, method);
  const data = { before: { edition, dataSet }, after: { edition, dataSet: edited } };
  return { refused, dataSet: edited, evaluation, comparison: compareEvaluations(before, evaluation, { data }) };
}

/** The data set with the edits in it, and those that cannot stand. */
export function withEdits(
  edition: Edition,
  dataSet: DataSet,
  edits: readonly CellEdit[],
): { readonly dataSet: DataSet; readonly refused: readonly RefusedEdit[] } {
  const times = new Map<string | null, number>([[null, 1]]);
  for (const { schoolId } of dataSet.schools) times.set(schoolId, (times.get(schoolId) ?? 0) + 1);
  const refused: RefusedEdit[] = [];
  const accepted = new Map<string | null, Map<string, string | null>>();
  for (const edit of edits) {
    const { schoolId, key } = edit;
    const own = accepted.get(schoolId) ?? new Map<string, string | null>();
    const found = times.get(schoolId) ?? 0;
    const read = readEdit(edition, edit);
    const problem: EditProblem | null =
      found === 0
        ? 'unknown-school'
        : found > 1
          ? 'ambiguous-school'
          : !read.ok
            ? read.problem
            : own.has(key)
              ? 'edited-twice'
              : null;
    if (problem === null && read.ok) accepted.set(schoolId, own.set(key, read.value));
    else if (problem !== null) refused.push({ ...edit, problem });
  }
  return { dataSet: apply(dataSet, accepted), refused };
}

function apply(dataSet: DataSet, edits: ReadonlyMap<string | null, ReadonlyMap<string, string | null>>): DataSet {
  const county = edited(dataSet.county?.cells ?? {}, edits.get(null) ?? new Map());
  const schools = dataSet.schools.map((school) => {
    const own = edits.get(school.schoolId);
    return own === undefined ? school : { ...school, cells: edited(school.cells, own) };
  });
  // Where nothing was and nothing comes there is no county report still, so that the hash of the data set stays what it was.
  const without = dataSet.county === undefined && Object.keys(county).length === 0;
  return without ? { ...dataSet, schools } : { ...dataSet, schools, county: { ...dataSet.county, cells: county } };
}

function edited(cells: Cells, edits: ReadonlyMap<string, string | null>): Cells {
  const kept = Object.entries(cells).filter(([key]) => !edits.has(key));
  const set = [...edits].flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]]));
  return Object.fromEntries([...kept, ...set]);
}
