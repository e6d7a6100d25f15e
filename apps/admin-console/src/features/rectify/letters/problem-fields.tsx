import type { RectificationRow } from '@junheng/api-contract';
import { Button, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../model/ledger.ts';
import { MeasureFields } from './measure-fields.tsx';
import { emptyMeasure, withoutRow, type ProblemFault, type TypedProblem } from './model/letter-draft.ts';

export interface ProblemFieldsProps {
  readonly number: number;
  readonly problem: TypedProblem;
  /** Rows of the county that are not closed. */
  readonly ledger: readonly RectificationRow[];
  readonly fault: ProblemFault | null;
  /** What takes the problem out; null for the only one. */
  readonly remove: ReactNode;
  readonly onChange: (problem: TypedProblem) => void;
}

/** One problem of a letter: its words, its deadline, the rows of the ledger that it is, its measures. */
export function ProblemFields({ number, problem, ledger, fault, remove, onChange }: ProblemFieldsProps) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  const titleOf = (row: RectificationRow) =>
    t('problems.rowOption', {
      number: row.number,
      title: [problemOf(language, row), row.school?.name].filter((each) => each !== undefined).join(' · '),
    });
  const chosen = ledger.filter(({ id }) => problem.rowIds.includes(id));
  const others = ledger.filter(({ id }) => !problem.rowIds.includes(id));
  const atText = fault === 'short' || fault === 'twice';
  return (
    <fieldset className="jc-surface jc-padded jh-form jc-letter__problem">
      <legend>{t('problems.one', { number })}</legend>
      <TextAreaField
        label={t('problems.text')}
        maxLength={500}
        value={problem.text}
        problem={atText ? t(`fault.${fault}`) : undefined}
        onChange={(event) => onChange({ ...problem, text: event.target.value })}
      />
      <div className="jc-pair">
        <TextField
          label={t('problems.deadline')}
          type="date"
          value={problem.deadline}
          problem={fault === 'early' ? t('fault.early') : undefined}
          onChange={(event) => onChange({ ...problem, deadline: event.target.value })}
        />
        {ledger.length === 0 ? null : (
          <SelectField
            label={t('problems.rows')}
            help={t('problems.rowsHelp')}
            value=""
            options={[
              { value: '', label: t('problems.chooseRow') },
              ...others.map((row) => ({ value: row.id, label: titleOf(row) })),
            ]}
            onChange={(event) =>
              event.target.value === ''
                ? undefined
                : onChange({ ...problem, rowIds: [...problem.rowIds, event.target.value] })
            }
          />
        )}
      </div>
      {chosen.length === 0 ? null : (
        <ul className="jc-plainlist">
          {chosen.map((row) => (
            <li key={row.id} className="jc-letter__row">
              {titleOf(row)}{' '}
              <Button
                variant="quiet"
                size="small"
                aria-label={t('problems.removeRow', { number: row.number })}
                onClick={() => onChange(withoutRow(problem, row.id))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem.measures.map((measure, index) => (
        <MeasureFields
          key={measure.id}
          number={index + 1}
          measure={measure}
          rows={chosen}
          tried={fault === 'measure'}
          onChange={(next) =>
            onChange({ ...problem, measures: problem.measures.map((each) => (each === measure ? next : each)) })
          }
          onRemove={() => onChange({ ...problem, measures: problem.measures.filter((each) => each !== measure) })}
        />
      ))}
      <div className="jc-filters">
        <Button size="small" onClick={() => onChange({ ...problem, measures: [...problem.measures, emptyMeasure()] })}>
          {t('measures.add')}
        </Button>
        {remove}
      </div>
    </fieldset>
  );
}
