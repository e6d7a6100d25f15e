import type { CellDefinition } from '@junheng/evaluation-core';
import { hasText } from '@junheng/evaluation-messages/plain';
import { classNames, useTexts } from '@junheng/ui/plain';
import { memo } from 'react';
import { CellComments } from './cell-comments.tsx';
import { CellInput } from './cell-input.tsx';
import { CellStateMark } from './cell-state-mark.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { FindingNote } from './finding-note.tsx';
import { FormChangeNote } from './form-change-note.tsx';
import { changeInPercent } from './model/last-year.ts';
import { readTyped } from './model/read-typed.ts';
import { sameForCell } from './model/same-for-cell.ts';
import { PAUSE_MS, type Edit } from '@junheng/offline-journal';
import { grouped } from './model/shown-number.ts';
import { ReturnNote } from './return-note.tsx';
import { useAfterPause } from './use-after-pause.ts';
import { useCellWork } from './use-cell-work.ts';
import type { OpenReport } from './use-report.ts';
import { useWords, type Words } from './use-words.ts';

export interface FormCellProps {
  readonly open: OpenReport;
  readonly cell: CellDefinition;
  readonly onJump: (cell: string) => void;
}

/** One cell with all that belongs to it: the input, last year, its state, and whatever has to be said about it. */
export const FormCell = memo(
  DrawnCell,
  (before, after) =>
    before.cell === after.cell &&
    before.onJump === after.onJump &&
    (before.open === after.open || sameForCell(after.cell, before.open, after.open)),
);

function DrawnCell({ open, cell, onJump }: FormCellProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { report, saver } = open;
  const { key } = cell;
  const { edit, pending, conflict, stored = '', state: sure } = useCellWork(report, saver, key);
  // Once it is understood the cell shows what was understood, without the unit that was typed behind it.
  const text = pending === null ? stored : (pending.value ?? pending.text);
  // "1," on the way to "1,500" is no mistake yet.
  const refusal = refusalText(edit, cell, words, t);
  const problem = useAfterPause(refusal, PAUSE_MS) === refusal ? refusal : null;
  // Hard findings and warnings stand at the first cell they name: the one to mend first.
  const findings = open.findings.filter(({ finding }) => finding.cells[0] === key);
  const returns = report.returnReasons.filter((reason) => reason.cell === key);
  const editable = report.may.fill;
  const state = sure === 'invalid' && problem === null ? 'unchanged' : sure;
  const blocked = problem !== null || findings.some(({ weight }) => weight === 'blocks');
  const notesId = `notes-${key}`;
  return (
    <div
      className={classNames(
        'form-cell',
        blocked && 'form-cell--invalid',
        findings.some(({ weight }) => weight === 'needs-reason') && 'form-cell--warned',
        returns.some((reason) => reason.state === 'open') && 'form-cell--returned',
      )}
    >
      <CellInput
        cell={cell}
        text={text}
        readOnly={!editable || conflict !== undefined}
        invalid={blocked}
        describedBy={notesId}
        onType={(typed) => open.type([cell, typed])}
        onLeave={saver.flush}
      />
      <div id={notesId}>
        <p className="form-cell__line">
          <Beside open={open} cell={cell} words={words} pending={pending !== null} />
          <CellStateMark state={state} />
        </p>
        {problem === null ? null : <p className="form-cell__problem">{problem}</p>}
        {returns.map((reason) => (
          <ReturnNote key={reason.id} reportId={report.id} reason={reason} editable={editable} />
        ))}
        <CellComments reportId={report.id} cell={key} />
        {findings.map((finding) => (
          <FindingNote
            key={`${finding.finding.ruleId}-${finding.finding.cells.join()}`}
            reportId={report.id}
            finding={finding}
            editable={editable}
            onJump={onJump}
            at={key}
          />
        ))}
        {conflict === undefined ? null : (
          <ConflictChoice cell={cell} conflict={conflict} onChoose={(choice) => saver.resolve(key, choice)} />
        )}
        <FormChangeNote open={open} cell={cell} />
      </div>
    </div>
  );
}

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Why the text in the cell is not saved, in plain words, or null. */
function refusalText(edit: Edit | undefined, cell: CellDefinition, words: Words, t: Translate): string | null {
  if (edit === undefined || edit.value !== undefined) return null;
  const { value } = cell.item;
  const facts = {
    scale: value.kind === 'number' ? value.scale : 0,
    maximumLength: value.kind === 'text' ? value.maximumLength : 0,
    unit: words.unitOf(cell.item),
  };
  if (edit.problem === 'line-break') return t('refusal.lineBreak');
  if (edit.problem === 'percent') return t('refusal.percent', { unit: facts.unit });
  if (edit.problem === 'other-unit') {
    const read = readTyped(cell.item, edit.text);
    const typed = read.ok ? '' : (read.typedUnit ?? '');
    const instead = read.ok ? undefined : read.instead;
    const values = { unit: facts.unit, typed };
    if (facts.unit === '') return t('refusal.noUnit', values);
    return instead === undefined
      ? t('refusal.otherUnit', values)
      : t('refusal.otherUnitInstead', { ...values, instead: grouped(instead) });
  }
  if (edit.problem !== null) return words.problem(edit.problem, facts);
  const refusal = edit.refusal ?? '';
  if (['not-applicable', 'other-stage', 'unknown-item', 'import-only'].includes(refusal))
    return t(`refusal.${refusal}`);
  const reason = hasText(`problem.${refusal}`) ? words.problem(refusal, facts) : refusal;
  return t('refusal.generic', { reason });
}

interface BesideProps extends Omit<FormCellProps, 'onJump'> {
  readonly words: Words;
  /** The value is not stored yet. */
  readonly pending: boolean;
}

/** What the value is beside: where it came from, last year's, and where similar schools lie. */
function Beside({ open, cell, words, pending }: BesideProps) {
  const { t } = useTexts('portal');
  const { report } = open;
  const band = report.peers?.bands[cell.key];
  const source = pending ? undefined : report.cellSources[cell.key];
  const from = report.prefilledFrom[cell.key];
  return (
    <span className="form-cell__beside">
      <LastYear open={open} cell={cell} words={words} />
      {band === undefined ? null : (
        <span className="form-cell__peers">
          {t('report.peers', { low: grouped(band.low), high: grouped(band.high), schools: band.schools })}
        </span>
      )}
      {source === undefined || source === 'typed' ? null : (
        <span className="form-cell__source">
          {source === 'prefilled' && from !== undefined ? t(`report.from.${from}`) : t(`report.source.${source}`)}
        </span>
      )}
    </span>
  );
}

function LastYear({ open, cell, words }: Omit<BesideProps, 'pending'>) {
  const { t } = useTexts('portal');
  const { lastYear } = open.report;
  const before = lastYear?.[cell.key];
  if (before === undefined) return null;
  const isNumber = cell.item.value.kind === 'number' && cell.item.unit !== 'year';
  const change = isNumber ? changeInPercent(before, open.cells[cell.key]) : null;
  const value = isNumber ? grouped(before) : words.value(cell.item.id, before);
  return (
    <span className="form-cell__last">
      {t('report.lastYear', { value })}
      {change === null || change === '0.0' ? null : (
        <span className="form-cell__change">{t('report.change', { change })}</span>
      )}
    </span>
  );
}
