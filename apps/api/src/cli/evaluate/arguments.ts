import { parseArgs } from 'node:util';
import { editionById, editions } from '@junheng/evaluation-core';
import type { Edition, SplitMethod } from '@junheng/evaluation-core';
import { languages } from '@junheng/evaluation-messages';
import type { Language } from '@junheng/evaluation-messages';
import { UsageError } from '../usage-error.ts';

export interface EvaluateArguments {
  /** As typed. */
  readonly files: readonly string[];
  readonly edition: Edition;
  /** null: as the edition says. */
  readonly split: SplitMethod | null;
  /** YYYY-MM-DD; null: special rules with a window stay undetermined. */
  readonly evaluationDate: string | null;
  /** File of the county report as typed; null: nothing of it is known. */
  readonly county: string | null;
  readonly json: boolean;
  readonly language: Language;
}

export const EVALUATE_USAGE = `Usage: npm run -s junheng -- evaluate FILE [FILE ...] [--edition ID] [--split weighted|reported-by-stage]
                                        [--date YYYY-MM-DD] [--county FILE.json] [--json] [--language zh-CN|en]
Several files are one county; an edition that asks nothing of schools takes none. Exit status: 0 evaluated, 2 a file or row was refused (nothing is evaluated), 64 wrong usage.`;

const SPLITS: readonly SplitMethod[] = ['weighted', 'reported-by-stage'];
const DEFAULT_EDITION = 'cn-2017-quality-balance';

/** Throws UsageError, with what was wrong and how to call it. */
export function readArguments(args: readonly string[], terminalLanguage: Language): EvaluateArguments {
  const { values, positionals } = parse(args);
  const edition = editionById(values.edition ?? DEFAULT_EDITION);
  if (edition === undefined) {
    throw usage(`Unknown edition: ${values.edition}. Known: ${editions.map((each) => each.id).join(', ')}.`);
  }
  // An edition without school types asks the county alone.
  const asksSchools = edition.schoolTypes.length > 0;
  if (asksSchools && positionals.length === 0) throw usage('No file given.');
  if (!asksSchools && positionals.length > 0) {
    throw usage(`${edition.id} asks nothing of schools: give --county FILE.json and no workbook.`);
  }
  const split = SPLITS.find((each) => each === values.split);
  if (values.split !== undefined && split === undefined) throw usage(`--split is one of ${SPLITS.join(', ')}.`);
  const language = languages.find((each) => each === (values.language ?? terminalLanguage));
  if (language === undefined) throw usage(`--language is one of ${languages.join(', ')}.`);
  const date = values.date ?? values['evaluation-date'];
  if (date !== undefined && !isDate(date)) throw usage('--date (--evaluation-date) is a date such as 2025-09-30.');
  return {
    files: positionals,
    edition,
    split: split ?? null,
    evaluationDate: date ?? null,
    county: values.county ?? null,
    json: values.json === true,
    language,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        edition: { type: 'string' },
        split: { type: 'string' },
        date: { type: 'string' },
        // The name it had first.
        'evaluation-date': { type: 'string' },
        county: { type: 'string' },
        json: { type: 'boolean' },
        language: { type: 'string' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function usage(message: string): UsageError {
  return new UsageError(`${message}\n${EVALUATE_USAGE}`);
}
