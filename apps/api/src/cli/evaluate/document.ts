import { evaluateCounty } from '@junheng/evaluation-core';
import type { Cells, CountyEvaluation, DataSet, EvaluationOptions } from '@junheng/evaluation-core';
import { importProblemText } from '@junheng/evaluation-messages/workbook-import';

import type { ImportPreview, ImportProblem } from '../../modules/self-reports/import/import-preview.types.ts';
import type { EvaluateArguments } from './arguments.ts';

/** The one JSON document of `evaluate --json`; docs/command-line.md describes each field. */
export interface EvaluateDocument {
  readonly format: 'junheng-evaluate/1';
  readonly edition: string;
  readonly outcome: ImportPreview['outcome'];
  readonly county: ImportPreview['county'];
  readonly problems: readonly SpokenProblem[];
  readonly evaluation: CountyEvaluation | null;
  readonly notes: readonly SpokenProblem[];
  readonly files: ImportPreview['files'];
  readonly columns: ImportPreview['columns'];
  readonly rows: ImportPreview['rows'];
  readonly schools: ImportPreview['schools'];
}

export type SpokenProblem = ImportProblem & { readonly message: string };

/** Evaluates what the preview holds, unless it holds an error: then nothing is evaluated. */
export function evaluateDocument(
  preview: ImportPreview,
  given: EvaluateArguments,
  county: Cells | null = null,
): EvaluateDocument {
  const spoken = (problem: ImportProblem): SpokenProblem => ({
    ...problem,
    message: importProblemText(given.language, problem.code, problem.facts),
  });
  return {
    format: 'junheng-evaluate/1',
    edition: given.edition.id,
    outcome: preview.outcome,
    county: preview.county,
    problems: preview.problems.map(spoken),
    evaluation: preview.outcome === 'accept' ? evaluatePreview(preview, given, county) : null,
    notes: preview.notes.map(spoken),
    files: preview.files,
    columns: preview.columns,
    rows: preview.rows,
    schools: preview.schools,
  };
}

function optionsOf({ split, evaluationDate }: EvaluateArguments): EvaluationOptions {
  return { ...(split === null ? {} : { split }), ...(evaluationDate === null ? {} : { evaluationDate }) };
}

function evaluatePreview(preview: ImportPreview, given: EvaluateArguments, county: Cells | null): CountyEvaluation {
  const dataSet: DataSet = {
    countyCode: preview.county.code ?? '',
    countyName: preview.county.name ?? '',
    schools: preview.schools.map((school) => school.record),
    ...(county === null ? {} : { county: { cells: county } }),
  };
  return evaluateCounty(given.edition, dataSet, optionsOf(given));
}
