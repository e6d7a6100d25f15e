import type { RectificationRow } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/ledger';
import { Button, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../model/ledger.ts';
import { MEASURE_KINDS } from '../model/measure-kinds.ts';
import { measureFault, type TypedMeasure } from './model/letter-draft.ts';

export interface MeasureFieldsProps {
  readonly number: number;
  readonly measure: TypedMeasure;
  /** Rows that the problem is: where there are several, a measure may be for some of them only. */
  readonly rows: readonly RectificationRow[];
  readonly tried: boolean;
  readonly onChange: (measure: TypedMeasure) => void;
  readonly onRemove: () => void;
}

/** One measure as a letter or the county's plan words it; what it does to numbers is said at its row. */
export function MeasureFields({ number, measure, rows, tried, onChange, onRemove }: MeasureFieldsProps) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  const fault = tried ? measureFault(measure) : null;
  return (
    <fieldset className="jc-ledger__effects">
      <legend>{t('measures.one', { number })}</legend>
      <TextAreaField
        label={t('measures.description')}
        maxLength={1000}
        value={measure.description}
        problem={fault === 'description' ? t('fault.description') : undefined}
        onChange={(event) => onChange({ ...measure, description: event.target.value })}
      />
      <div className="jc-pair">
        <SelectField
          label={t('measures.kind')}
          value={measure.kind}
          options={MEASURE_KINDS.map((kind) => ({ value: kind, label: words(language, `measure-kind.${kind}`) }))}
          onChange={(event) =>
            onChange({ ...measure, kind: MEASURE_KINDS.find((kind) => kind === event.target.value) ?? measure.kind })
          }
        />
        <TextField
          label={t('measures.money')}
          inputMode="decimal"
          value={measure.money}
          problem={fault === 'money' ? t('fault.money') : undefined}
          onChange={(event) => onChange({ ...measure, money: event.target.value })}
        />
      </div>
      {rows.length < 2 ? null : (
        <fieldset className="jc-letter__for">
          <legend>{t('measures.forRows')}</legend>
          {rows.map((row) => (
            <label key={row.id} className="jc-check">
              <input
                type="checkbox"
                checked={measure.rowIds.includes(row.id)}
                onChange={(event) =>
                  onChange({
                    ...measure,
                    rowIds: event.target.checked
                      ? [...measure.rowIds, row.id]
                      : measure.rowIds.filter((id) => id !== row.id),
                  })
                }
              />
              {t('problems.rowOption', { number: row.number, title: problemOf(language, row) })}
            </label>
          ))}
        </fieldset>
      )}
      <div>
        <Button variant="quiet" size="small" onClick={onRemove}>
          {t('measures.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
