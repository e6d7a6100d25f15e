import { cellKey, reportedText } from '../items/cells.ts';
import type { SchoolRecord } from '../items/cells.ts';
import { conditionCells, truthOf } from '../items/condition.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { parseCell } from '../items/parse-cell.ts';
import { isZero } from '../quantities/rational.ts';
import { memberPupils } from '../schools/stage-pupils.ts';
import type { IndexedAnswer } from '../standards/indicator-index.ts';
import type { AnswerMeasurement, AnswerRead } from './measurement.ts';
import type { SchoolInStage } from './school-in-stage.ts';

/** The answers of the school and of every merged campus that is asked. */
export function measureAnswer(indicator: IndexedAnswer, school: SchoolInStage): AnswerMeasurement {
  const read = school.unit.members.flatMap((member) => answerOf(indicator, school, member) ?? []);
  return {
    kind: 'answer',
    indicator,
    value: null,
    amounts: [],
    answers: read.map(({ answer }) => answer),
    missing: distinctCells(read.flatMap(({ missing }) => missing)),
  };
}

/** Null where the record is not asked. */
function answerOf(
  { item, definition }: IndexedAnswer,
  { indexed, stage }: SchoolInStage,
  member: SchoolRecord,
): { readonly answer: AnswerRead; readonly missing: readonly MissingCell[] } | null {
  if (item.stages !== null && !isAskedInStage()) return null;
  const applies = truthOf(item.condition, member.cells, stage);
  if (applies === false) return null;
  const cellOf = (key: string): MissingCell => ({ schoolId: member.schoolId, key });
  const cell = cellOf(cellKey(item.id, item.stages === null ? null : stage));
  const parsed = parseCell(item, reportedText(member.cells, cell.key) ?? '');
  const value = parsed.ok ? parsed.value : null;
  if (applies === null) {
    return {
      answer: { cell, value, holds: null },
      missing: conditionCells(item.condition, stage)
        .filter((key) => reportedText(member.cells, key) === undefined)
        .map(cellOf),
    };
  }
  return {
    answer: { cell, value, holds: value === null ? null : definition.holds.includes(value) },
    missing: value === null ? [cell] : [],
  };

  function isAskedInStage(): boolean {
    if (item.stages?.includes(stage) !== true) return false;
    const { asked, count } = memberPupils(indexed, member, stage);
    return asked && (count.high === null || !isZero(count.high));
  }
}
