import type { ImportProblemCode } from '@junheng/evaluation-messages';
import type { ImportProblem, ImportSeverity } from './import-preview.types.ts';

/** Where in the files a problem stands. */
export interface ProblemPlace {
  readonly file: string;
  readonly sheet?: string | null;
  readonly row?: number | null;
  /** Column letters. */
  readonly column?: string | null;
  readonly item?: string | null;
  readonly stage?: string | null;
}

/** Collects what is found while reading. */
export interface ProblemSink {
  add(severity: ImportSeverity, code: ImportProblemCode, place: ProblemPlace, facts?: ImportProblem['facts']): void;
  readonly all: readonly ImportProblem[];
}

export function problemSink(): ProblemSink {
  const all: ImportProblem[] = [];
  return {
    all,
    add: (severity, code, place, facts = {}) => {
      all.push({
        file: place.file,
        sheet: place.sheet ?? null,
        row: place.row ?? null,
        column: place.column ?? null,
        item: place.item ?? null,
        stage: place.stage ?? null,
        code,
        severity,
        facts,
      });
    },
  };
}
