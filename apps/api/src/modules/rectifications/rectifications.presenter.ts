import type { Rectification, RectificationRow } from '@junheng/api-contract';
import { escalationOf, hasLapsed, isOwnRow, overdueDays, statusOn } from './rectifications.rules.ts';
import type { LedgerRow, MeasureRecord, RowInFull } from './rectifications.types.ts';

/** @param today `YYYY-MM-DD`: lapsed exceptions and overdue rows follow from it */
export function presentRow(row: LedgerRow, today: string): RectificationRow {
  const days = overdueDays(row, today);
  return {
    id: row.id,
    number: row.number,
    county: { ...row.county },
    kind: row.kind,
    place: row.place,
    editionId: row.editionId,
    school: row.school,
    title: row.title,
    measured: row.measured,
    standing: row.standing,
    sources: row.sources.map(({ kind, document }) => ({ kind, document })),
    responsible: {
      unit: row.unit,
      school: row.responsibleSchool,
      person: row.personName === null ? null : { id: row.personId, name: row.personName },
    },
    measures: row.measures.map(({ id, kind, description }) => ({ id, kind, description })),
    deadline: row.deadline,
    progress: row.progress === null ? null : { ...row.progress, at: new Date(row.progress.at).toISOString() },
    evidence: row.evidence,
    status: statusOn(row, today),
    overdueDays: days,
    escalation: escalationOf(days),
    closed:
      row.closedAt === null
        ? null
        : { at: row.closedAt.toISOString(), by: row.closedByName ?? '', note: row.closingNote },
    exception: exceptionOf(row),
    reopened: row.reopened,
    raisedAt: row.raisedAt.toISOString(),
  };
}

function exceptionOf(row: LedgerRow): RectificationRow['exception'] {
  const { exceptedAt, exceptedByName, exceptionReason, exceptionExpiresOn } = row;
  if (row.status !== 'excepted' || exceptedAt === null || exceptionReason === null || exceptionExpiresOn === null) {
    return null;
  }
  return {
    at: exceptedAt.toISOString(),
    by: exceptedByName ?? '',
    reason: exceptionReason,
    expiresOn: exceptionExpiresOn,
  };
}

export interface RowRights {
  readonly manage: boolean;
  readonly work: boolean;
  readonly verify: boolean;
}

export function presentRectification(
  { row, events, files, measures, base }: RowInFull,
  rights: RowRights,
  person: { readonly id: string | null; readonly name: string },
  today: string,
): Rectification {
  const shown = presentRow(row, today);
  const open = shown.status !== 'closed';
  const verifies = rights.verify && open && !isOwnRow(row, person);
  const lapsed = hasLapsed(row, today)
    ? [
        {
          kind: 'exception-lapsed' as const,
          at: endOf(row.exceptionExpiresOn),
          by: '',
          details: { expiresOn: row.exceptionExpiresOn },
        },
      ]
    : [];
  return {
    ...shown,
    measureList: measures.map(presentMeasure),
    files: files.map(({ id, name, mediaType, size, addedAt, addedByName }) => ({
      id,
      name,
      mediaType,
      size,
      added: { at: addedAt.toISOString(), by: addedByName },
    })),
    history: [
      ...events.map(({ kind, at, by, details }) => ({ kind, at: at.toISOString(), by, details: { ...details } })),
      ...lapsed,
    ],
    evaluation: base === null ? null : { id: base.evaluationId, roundId: base.roundId },
    may: {
      manage: rights.manage && open,
      work: rights.work && open,
      close: verifies && row.status === 'to-verify',
      sendBack: verifies && row.status === 'to-verify' && row.place === null,
      except: verifies && row.status !== 'to-verify',
    },
  };
}

/** The first instant after the exception, in the country's zone. */
function endOf(day: string | null): string {
  return new Date(Date.parse(`${day ?? '1970-01-01'}T00:00:00+08:00`) + 86_400_000).toISOString();
}

export function presentMeasure(measure: MeasureRecord): Rectification['measureList'][number] {
  const { id, kind, description, money, quantity, effects, rows, addedAt, addedByName } = measure;
  const { doneOn, doneByName, spent } = measure;
  return {
    id,
    kind,
    description,
    money,
    quantity,
    effects: effects.map((effect) => ({ ...effect })),
    rows: rows.map(({ id: rowId, number }) => ({ id: rowId, number })),
    added: { at: addedAt.toISOString(), by: addedByName },
    done: doneOn === null ? null : { on: doneOn, by: doneByName ?? '', spent },
  };
}
