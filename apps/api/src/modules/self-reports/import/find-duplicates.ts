import type { ProblemSink } from './problem-sink.ts';
import type { RowFigures } from './row-figures.ts';
import { keyOfFigure } from './row-figures.ts';
import type { SchoolRow } from './read-rows.ts';
import { nameKey } from './school-words.ts';

/** What a register says of codes; two schools of one name are no doubt where both codes are in it. */
export type KnownCodes = ReadonlySet<string>;

/**
 * The same school, or the same part of one, twice. An identical copy is taken once and mentioned; anything else a person must
 * decide: nothing is summed and no row wins for standing last. Returns the rows to take.
 */
export function withoutDuplicates(
  rows: readonly RowFigures[],
  knownCodes: KnownCodes,
  sink: ProblemSink,
): readonly RowFigures[] {
  const byCode = new Map<string, RowFigures[]>();
  const byName = new Map<string, RowFigures[]>();
  const kept: RowFigures[] = [];
  for (const row of rows) {
    const { school } = row;
    const sameCode = school.code === '' ? [] : (byCode.get(school.code) ?? []);
    const sameName = byName.get(nameKey(school.name)) ?? [];
    const verdict = compare(row, sameCode, sameName, knownCodes, sink);
    if (verdict === 'keep') kept.push(row);
    if (verdict === 'drop') continue;
    if (school.code !== '') byCode.set(school.code, [...sameCode, row]);
    byName.set(nameKey(school.name), [...sameName, row]);
  }
  return kept;
}

function compare(
  row: RowFigures,
  sameCode: readonly RowFigures[],
  sameName: readonly RowFigures[],
  knownCodes: KnownCodes,
  sink: ProblemSink,
): 'keep' | 'drop' {
  const { school } = row;
  const facts = (other: SchoolRow): Record<string, string | number> => ({
    other: other.row,
    otherSheet: other.sheet,
    otherFile: other.file,
  });
  const atCode = { file: school.file, sheet: school.sheet, row: school.row, column: school.columns.code, item: 'code' };
  const atName = { ...atCode, column: school.columns.name, item: 'name' };

  const renamed = sameCode.find((other) => nameKey(other.school.name) !== nameKey(school.name));
  if (renamed !== undefined) {
    const names = { name: school.name, otherName: renamed.school.name };
    sink.add('error', 'duplicate_code_other_name', atCode, { ...facts(renamed.school), ...names });
    return 'drop';
  }
  const twin = sameCode.find((other) => other.school.stage === school.stage) ?? uncodedTwin(row, sameName);
  if (twin !== undefined) {
    const differing = firstDifference(row, twin);
    if (differing === null) sink.add('warning', 'duplicate_identical', atCode, facts(twin.school));
    else {
      const place = { ...atCode, column: differing.column, item: differing.item, stage: differing.stage };
      sink.add('error', 'duplicate_conflict', place, {
        ...facts(twin.school),
        value: differing.value,
        otherValue: differing.other,
      });
    }
    return 'drop';
  }
  const partAndWhole = sameCode.find((other) => other.school.stage === null || school.stage === null);
  if (partAndWhole !== undefined) {
    sink.add('error', 'duplicate_part_and_whole', atCode, facts(partAndWhole.school));
    return 'drop';
  }
  const recoded = sameName.find(
    (other) => other.school.code !== school.code && other.school.code !== '' && school.code !== '',
  );
  if (recoded !== undefined && !(knownCodes.has(school.code) && knownCodes.has(recoded.school.code))) {
    const codes = { schoolCode: school.code, otherCode: recoded.school.code };
    sink.add('error', 'duplicate_name_other_code', atName, { ...facts(recoded.school), ...codes });
    return 'drop';
  }
  return 'keep';
}

/** In tables without codes the name tells schools apart. */
function uncodedTwin({ school }: RowFigures, sameName: readonly RowFigures[]): RowFigures | undefined {
  return sameName.find(
    (other) => (other.school.code === '' || school.code === '') && other.school.stage === school.stage,
  );
}

interface Difference {
  readonly item: string;
  readonly stage: string | null;
  readonly column: string;
  readonly value: string;
  readonly other: string;
}

/** The first figure in which two rows differ; one that only one of them has counts too. */
function firstDifference(row: RowFigures, other: RowFigures): Difference | null {
  const values = new Map(other.figures.map((figure) => [keyOfFigure(figure), figure.value]));
  for (const figure of row.figures) {
    const value = values.get(keyOfFigure(figure));
    if (value !== figure.value) {
      const { item, stage, column } = figure;
      return { item, stage, column, value: figure.value, other: value ?? '' };
    }
  }
  const own = new Set(row.figures.map(keyOfFigure));
  const lacking = other.figures.find((figure) => !own.has(keyOfFigure(figure)));
  return lacking === undefined
    ? null
    : { item: lacking.item, stage: lacking.stage, column: lacking.column, value: '', other: lacking.value };
}
