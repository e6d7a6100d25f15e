import { cellKey } from '../items/cells.ts';
import type { SchoolRecord } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { reportedAnswer } from '../items/reported-answer.ts';
import { isZero } from '../quantities/rational.ts';
import { openConditionCells } from '../schools/special-rules.ts';
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
  const applies = truthOf(item.condition, indexed.items, member.cells, stage);
  if (applies === false) return null;
  const cell = { schoolId: member.schoolId, key: cellKey(item.id, item.stages === null ? null : stage) };
  const value = reportedAnswer(item, member.cells, cell.key);
  if (applies === null) {
    return {
      answer: { cell, value, holds: null },
      missing: openConditionCells(item.condition, indexed.items, member, stage),
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
