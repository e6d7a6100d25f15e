import { cellKey, parseCell } from '@junheng/evaluation-core';
import type { CellProblem, Edition, ItemDefinition } from '@junheng/evaluation-core';
import type { ImportProblemCode } from '@junheng/evaluation-messages';
import { isAsked } from './asked-items.ts';
import { shiftDecimal } from './figure-units.ts';
import type { FigureUnit } from './figure-units.ts';
import type { ProblemPlace, ProblemSink } from './problem-sink.ts';
import { readFigure } from './read-figure.ts';
import type { RowCell, SchoolRow } from './read-rows.ts';
import { typeHasStage } from './row-stage.ts';
import type { FigureColumn } from './table-plan.ts';

/** One figure of a row in the item's own unit. */
export interface Figure {
  readonly item: string;
  /** The stage it is about; null: the whole school, or (facilities of a row of one stage) decided when rows are merged. */
  readonly stage: string | null;
  readonly value: string;
  readonly column: string;
  /** The last row of a range merged downwards: one amount for the parts of a school. null: an ordinary cell. */
  readonly spansTo: number | null;
  /** The column itself names the stage. */
  readonly stageInHeader: boolean;
}

export interface RowFigures {
  readonly school: SchoolRow;
  readonly figures: readonly Figure[];
  /** Some cell was refused: checks that compare cells would only repeat it. */
  readonly refusedItems: ReadonlySet<string>;
}

const PROBLEM_OF_CELL: Readonly<Record<CellProblem, ImportProblemCode>> = {
  empty: 'missing_value',
  'not-a-number': 'not_a_number',
  negative: 'negative',
  'not-an-integer': 'not_an_integer',
  'too-fine': 'too_fine',
  // A number nobody can mean: one problem, and an error, because no cell can hold it.
  'too-large': 'implausible',
  'not-an-option': 'not_an_option',
  'not-a-date': 'not_a_date',
  'too-long': 'too_long',
};

/** Section 巩固率数据 of the edition. */
const RETENTION = 'retention';

/** The cell holds something that cannot be taken; it has been said. */
const REFUSED = Symbol('refused');

/** How the columns of a table were read, for one note each. */
export interface ReadingHabits {
  readonly asText: Map<FigureColumn, number[]>;
  readonly fromFormula: Map<FigureColumn, number[]>;
}

/**
 * Reads the figures of one row.
 * @param unitOf the unit of a money column, stated or found out; null leaves its figures unread (reported once per column).
 */
export function readRowFigures(
  edition: Edition,
  school: SchoolRow,
  unitOf: (column: FigureColumn) => FigureUnit | null,
  habits: ReadingHabits,
  sink: ProblemSink,
): RowFigures {
  const figures: Figure[] = [];
  const refusedItems = new Set<string>();
  const totals: { column: FigureColumn; value: string }[] = [];
  const stagedItems = new Set(
    [...school.cells.keys()].filter((column) => column.stage !== null).map((column) => column.item.id),
  );
  const totalItems = new Set(
    [...school.cells].flatMap(([column, { cell }]) =>
      column.stage === null && cell !== null && stagedItems.has(column.item.id) ? [column.item.id] : [],
    ),
  );
  const unplaced: string[] = [];

  for (const [column, rowCell] of school.cells) {
    const { item } = column;
    const stage = column.stage ?? (isOfWholeSchool(item) ? null : (school.stage ?? stageOfItem(item)));
    const place = {
      file: school.file,
      sheet: school.sheet,
      row: school.row,
      column: column.letters,
      item: item.id,
      stage,
    };
    if (rowCell.spansFrom !== null) {
      // The figure stands in the first row of the merged range and is read there; merge-schools.ts looks whose rows it covers.
      continue;
    }
    const headerStage = column.stage;
    const otherStage = headerStage !== null && !typeHasStage(edition, school.type, headerStage);
    // A school of one stage may have its figure in the column for the total alone.
    const totalWillDo = column.stage !== null && column.stage === school.stage && totalItems.has(item.id);
    const isTotal = column.stage === null && item.stages !== null && stagedItems.has(item.id);
    const value = readCell(
      rowCell,
      column,
      unitOf(column),
      place,
      { optional: otherStage || isTotal || totalWillDo || !isAsked(edition, school, item, stage) },
      habits,
      sink,
    );
    if (value === REFUSED) {
      refusedItems.add(item.id);
      continue;
    }
    if (value === null) continue;
    if (otherStage) {
      if (value !== '0')
        sink.add('error', 'stage_not_of_type', place, { schoolType: school.type ?? '', stage: headerStage });
      continue;
    }
    if (isTotal) {
      totals.push({ column, value });
      continue;
    }
    if (item.stages !== null && stage === null) {
      unplaced.push(column.letters);
      continue;
    }
    if (item.stages !== null && !item.stages.includes(stage!)) continue;
    const { spansTo } = rowCell;
    figures.push({
      item: item.id,
      stage,
      value,
      column: column.letters,
      spansTo,
      stageInHeader: column.stage !== null,
    });
  }
  const rowPlace = { file: school.file, sheet: school.sheet, row: school.row };
  if (unplaced.length > 0 && typeIsEvaluated(edition, school.type)) {
    sink.add(
      'error',
      'stage_unknown',
      { ...rowPlace, column: unplaced[0]!, item: 'stage' },
      { columns: unplaced.join(', ') },
    );
  }
  for (const total of totals) placeTotal(total, school, figures, sink);
  return { school, figures, refusedItems };
}

/** A total beside columns by stage: used where the school has one stage and its column is empty, else it must be their sum. */
function placeTotal(
  { column, value }: { column: FigureColumn; value: string },
  school: SchoolRow,
  figures: Figure[],
  sink: ProblemSink,
): void {
  const parts = figures.filter((figure) => figure.item === column.item.id && figure.stageInHeader);
  const place = {
    file: school.file,
    sheet: school.sheet,
    row: school.row,
    column: column.letters,
    item: column.item.id,
  };
  if (parts.length === 0) {
    if (school.stage !== null) {
      figures.push({
        item: column.item.id,
        stage: school.stage,
        value,
        column: column.letters,
        spansTo: null,
        stageInHeader: false,
      });
    } else if (value !== '0') sink.add('error', 'stage_unknown', place, { columns: column.letters });
    return;
  }
  const sum = parts.reduce((total, part) => total + BigInt(part.value), 0n);
  if (sum.toString() !== value) sink.add('error', 'total_differs', place, { total: value, sum: sum.toString() });
}

function readCell(
  { cell }: RowCell,
  column: FigureColumn,
  columnUnit: FigureUnit | null,
  place: ProblemPlace,
  { optional }: { optional: boolean },
  habits: ReadingHabits,
  sink: ProblemSink,
): string | null | typeof REFUSED {
  const { item } = column;
  const reading = cell === null ? ({ kind: 'missing', text: '' } as const) : readFigure(cell);
  switch (reading.kind) {
    case 'missing':
      if (!optional) sink.add('warning', 'missing_value', place, { text: reading.text.trim() });
      return null;
    case 'refused':
      sink.add('error', reading.code, place, {
        text: reading.text.trim().slice(0, 40),
        unit: reading.text.trim().slice(0, 40),
      });
      return REFUSED;
    case 'figure':
      break;
    default: {
      const exhaustive: never = reading;
      return exhaustive;
    }
  }
  const unit = reading.unit ?? columnUnit;
  if (reading.unit !== null && !unitFits(reading.unit, item.unit)) {
    sink.add('error', 'unit_not_fitting', place, { header: cell?.text.trim() ?? '' });
    return REFUSED;
  }
  if (unit === null && item.unit === 'ten-thousand-yuan') return REFUSED;
  const parsed = parseCell(item, shiftDecimal(reading.decimal, unit?.shift ?? 0));
  if (!parsed.ok) {
    sink.add('error', PROBLEM_OF_CELL[parsed.problem], place, { value: shortened(cell?.text ?? '') });
    return REFUSED;
  }
  if (reading.asText && cell?.kind === 'text' && !isCsvSheet(place)) remember(habits.asText, column, place.row!);
  if (cell?.fromFormula === true) remember(habits.fromFormula, column, place.row!);
  return parsed.value;
}

/** Every cell of a CSV file is text. */
function isCsvSheet(place: ProblemPlace): boolean {
  return place.sheet === '';
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 40 ? `${trimmed.slice(0, 12)}… (${trimmed.length})` : trimmed;
}

function remember(map: Map<FigureColumn, number[]>, column: FigureColumn, row: number): void {
  const rows = map.get(column);
  if (rows === undefined) map.set(column, [row]);
  else rows.push(row);
}

function unitFits(unit: FigureUnit, itemUnit: string | null): boolean {
  switch (itemUnit) {
    case 'ten-thousand-yuan':
      return unit.category === 'money';
    case 'square-metre':
      return unit.category === 'area';
    case 'person':
      return unit.id === 'person' || unit.id === 'piece';
    case 'room':
      return unit.id === 'room' || unit.id === 'piece';
    case 'class':
      return unit.id === 'class' || unit.id === 'piece';
    default:
      return unit.category === 'count';
  }
}

function isOfWholeSchool(item: ItemDefinition): boolean {
  return item.stages === null && item.alsoByStage.length === 0;
}

/**
 * 本届毕业学生人数 and what belongs to it is asked of 初中 alone, whatever the header says. 专科学历教师 is not such an item: the
 * table may well count those of 初中 too.
 */
function stageOfItem(item: ItemDefinition): string | null {
  return item.section === RETENTION && item.stages?.length === 1 ? item.stages[0]! : null;
}

function typeIsEvaluated(edition: Edition, type: string | null): boolean {
  return !edition.scope.excludedTypes.some((excluded) => excluded.type === type);
}

export function keyOfFigure(figure: Pick<Figure, 'item' | 'stage'>): string {
  return cellKey(figure.item, figure.stage);
}
