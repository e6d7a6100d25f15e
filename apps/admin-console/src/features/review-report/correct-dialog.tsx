import type { EvaluationSummary, SelfReport } from '@junheng/api-contract';
import { cellDefinition, type Edition } from '@junheng/evaluation-core';
import { cellName, text as words, unitOfItem, valueText } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { Button, Dialog, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { correctReport } from '../../server/self-reports.ts';
import type { ReviewSection } from './model/review-lines.ts';

export interface CorrectDialogProps {
  readonly report: SelfReport;
  readonly edition: Edition;
  readonly sections: readonly ReviewSection[];
  /** The cell that is looked at, to begin with. */
  readonly cell: string | null;
  /** Runs of the round on what is approved now: those the correction outdates. */
  readonly runs: readonly EvaluationSummary[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Row {
  readonly cell: string;
  readonly value: string;
}

/** A correction (更正) of approved data: cells, their new values, the reason; and which evaluations it outdates. */
export function CorrectDialog({ report, edition, sections, cell, runs, onDone, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('correct');
  const { instant } = useFormat();
  const [rows, setRows] = useState<readonly Row[]>([{ cell: cell ?? '', value: '' }]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const whole = rows.every((row) => row.cell !== '' && row.value.trim() !== '');
  const given = reason.trim().length >= 2;
  const correcting = useMutation({
    mutationFn: () =>
      correctReport(report.id, {
        revision: report.revision,
        reason: reason.trim(),
        changes: rows.map((row) => ({ cell: row.cell, value: row.value.trim() })),
      }),
    onSuccess: onDone,
  });
  const change = (at: number, next: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...next } : row)));
  return (
    <Dialog
      open
      title={t('title', { name: report.school.name })}
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          busy={correcting.isPending}
          onClick={() => {
            setTried(true);
            if (whole && given) correcting.mutate();
          }}
        >
          {t('save')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t('intro')}</p>
        <RefusalNotice error={correcting.error} />
        {rows.map((row, index) => (
          <CorrectedCell
            // A row has no identity but its place.
            key={index}
            row={row}
            edition={edition}
            sections={sections}
            taken={rows.flatMap((each, place) => (place === index ? [] : [each.cell]))}
            now={report.cells[row.cell] ?? null}
            onChange={(next) => change(index, next)}
            onRemove={rows.length === 1 ? null : () => setRows(rows.filter((_row, place) => place !== index))}
          />
        ))}
        {tried && !whole ? <p className="jc-danger">{t('valueMissing')}</p> : null}
        <span>
          <Button size="small" onClick={() => setRows([...rows, { cell: '', value: '' }])}>
            {t('add')}
          </Button>
        </span>
        <TextAreaField
          label={t('reason')}
          help={t('reasonHelp')}
          maxLength={500}
          value={reason}
          problem={tried && !given ? t('reasonMissing') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {runs.length === 0 ? (
          <p className="ev-muted">{t('outdatesNone')}</p>
        ) : (
          <div>
            <p>{t('outdates', { count: runs.length })}</p>
            <ul className="jc-guard__list">
              {runs.map((run) => (
                <li key={run.id}>{t('run', { at: instant(run.ranAt), by: run.ranBy })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function CorrectedCell(props: {
  readonly row: Row;
  readonly edition: Edition;
  readonly sections: readonly ReviewSection[];
  readonly taken: readonly string[];
  readonly now: string | null;
  readonly onChange: (next: Partial<Row>) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('correct');
  const { language } = useLanguage();
  const { row, now } = props;
  const item = row.cell === '' ? undefined : cellDefinition(props.edition, row.cell)?.item;
  const value = item?.value;
  const unit = item === undefined ? '' : unitOfItem(language, item.id, item.unit, now ?? undefined);
  const shown =
    now === null || item === undefined ? t('none') : `${cellText(language, row.cell, now, item.unit)} ${unit}`.trim();
  const choices = value?.kind === 'choice' ? value.options : value?.kind === 'flag' ? ['yes', 'no'] : null;
  const field = {
    label: t('next'),
    ...(row.cell === '' ? {} : { help: t('now', { value: shown }) }),
    value: row.value,
  };
  return (
    <fieldset className="jc-correct">
      <label className="jh-field">
        <span className="jh-field__label">{t('cell')}</span>
        <select
          className="jh-input jh-input--select"
          value={row.cell}
          onChange={(event) => props.onChange({ cell: event.target.value, value: '' })}
        >
          <option value="" disabled>
            {t('choose')}
          </option>
          {props.sections.map((section) => (
            <optgroup key={section.id} label={words(language, `section.${section.id}`)}>
              {section.lines
                .filter((line) => !props.taken.includes(line.cell))
                .map((line) => (
                  <option key={line.cell} value={line.cell}>
                    {cellName(language, line.cell)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {choices === null ? (
        <TextField
          {...field}
          inputMode={value?.kind === 'number' ? 'decimal' : 'text'}
          disabled={row.cell === ''}
          onChange={(event) => props.onChange({ value: event.target.value })}
        />
      ) : (
        <SelectField
          {...field}
          placeholder={t('choose')}
          options={choices.map((choice) => ({ value: choice, label: valueText(language, item?.id ?? '', choice) }))}
          onChange={(event) => props.onChange({ value: event.target.value })}
        />
      )}
      {props.onRemove === null ? null : (
        <button
          type="button"
          className="jc-quiet"
          aria-label={t('remove', { name: row.cell === '' ? t('cell') : cellName(language, row.cell) })}
          onClick={props.onRemove}
        >
          ×
        </button>
      )}
    </fieldset>
  );
}
