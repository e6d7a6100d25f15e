import type { Region } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { asksReason, countyEntry, type CountyEntry, type InspectionForm } from './model/inspection-form.ts';

export interface PartProps {
  readonly form: InspectionForm;
  readonly set: (changes: Partial<InspectionForm>) => void;
}

/** The counties, each with how many schools are drawn. */
export function CountyFields({ form, set, counties }: PartProps & { readonly counties: readonly Region[] }) {
  const { t } = useTranslation('inspect');
  const change = (countyId: string, changes: Partial<CountyEntry>) =>
    set({ counties: form.counties.map((each) => (each.countyId === countyId ? { ...each, ...changes } : each)) });
  return (
    <fieldset className="jc-fieldset">
      <legend className="jh-field__label">{t('form.counties')}</legend>
      {counties.map((county) => {
        const entry = form.counties.find(({ countyId }) => countyId === county.id);
        return (
          <div key={county.id} className="jc-fieldset__part">
            <label className="jc-check">
              <input
                type="checkbox"
                checked={entry !== undefined}
                onChange={() =>
                  set({
                    counties:
                      entry === undefined
                        ? [...form.counties, countyEntry(county.id)]
                        : form.counties.filter((each) => each !== entry),
                  })
                }
              />
              {county.name}
            </label>
            {entry === undefined || form.selection !== 'random' ? null : (
              <div className="jc-pair">
                <TextField
                  label={t('form.sampleSize')}
                  help={t('form.sizeHelp')}
                  inputMode="numeric"
                  value={entry.size}
                  onChange={(event) => change(county.id, { size: event.target.value.trim() })}
                />
                {asksReason(entry) || entry.reason !== '' ? (
                  <TextField
                    label={t('form.sizeReason')}
                    maxLength={500}
                    value={entry.reason}
                    onChange={(event) => change(county.id, { reason: event.target.value })}
                  />
                ) : null}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
