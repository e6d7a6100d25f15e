import type { Edition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { NumberInput } from './number-input.tsx';
import { SourceText } from './source-text.tsx';

/** The indicators with their thresholds by stage. */
export function IndicatorTable({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const stages = edition.stages.filter(({ evaluated }) => evaluated).map(({ id }) => id);
  if (edition.indicators.length === 0) return null;
  return (
    <section className="jc-standard">
      <h2>{t('indicators')}</h2>
      <div className="ev-scroll jc-surface">
        <table className="ev-table jc-table">
          <thead>
            <tr>
              <th scope="col">{t('column.indicator')}</th>
              <th scope="col">{t('column.unit')}</th>
              {stages.map((stage) => (
                <th key={stage} scope="col">
                  {words(language, `stage.${stage}`)}
                </th>
              ))}
              <th scope="col">{t('column.source')}</th>
            </tr>
          </thead>
          <tbody>
            {edition.indicators.map((indicator) => {
              const name = words(language, `indicator.${indicator.id}`);
              const unit = 'unit' in indicator && hasText(`unit.${indicator.unit}`) ? indicator.unit : null;
              const sign =
                indicator.kind === 'per-pupil' || ('comparator' in indicator && indicator.comparator === 'at-least')
                  ? '≥'
                  : '≤';
              return (
                <tr key={indicator.id}>
                  <th scope="row" className="ev-table__name">
                    {name}
                    <span className="ev-table__aside">{indicator.id}</span>
                  </th>
                  <td>{unit === null ? '—' : words(language, `unit.${unit}`)}</td>
                  {stages.map((stage) => {
                    if (!('thresholds' in indicator)) return <td key={stage}>{t('answered')}</td>;
                    const value = indicator.thresholds[stage];
                    if (value === undefined) return <td key={stage}>—</td>;
                    return (
                      <td key={stage}>
                        {sign}{' '}
                        {editing === null ? (
                          (value ?? t('toBeSet'))
                        ) : (
                          <NumberInput
                            label={`${name} ${words(language, `stage.${stage}`)}`}
                            value={value ?? ''}
                            onChange={(next) =>
                              editing.change({
                                kind: 'threshold',
                                indicator: indicator.id,
                                stage,
                                value: next,
                                source: editing.source,
                              })
                            }
                          />
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <SourceText source={indicator.source} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
