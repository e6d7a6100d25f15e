import type { ConsolidatedCounty } from '@junheng/api-contract';
import { cellName, valueText } from '@junheng/evaluation-messages';
import { splitCellKey } from '@junheng/evaluation-core';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** The cells of a verified data set that are not as reported: who found them, and why. */
export function ChangedCells({ county }: { readonly county: ConsolidatedCounty }) {
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  const { changes, absent } = county;
  return (
    <>
      {changes.length === 0 ? <p className="ev-muted">{t('verified.none')}</p> : null}
      <ul className="jc-plainlist cs-rows">
        {changes.map(({ schoolId, schoolName, cell, before, after, inspectors, reason }) => {
          const shown = (value: string) => valueText(language, splitCellKey(cell).itemId, value);
          return (
            <li key={`${schoolId} ${cell}`} className="cs-change">
              <span className="jc-strong">{schoolName}</span>
              <span>{cellName(language, cell)}</span>
              <b>
                {t('verified.change', { before: before === null ? t('nothing') : shown(before), after: shown(after) })}
              </b>
              <span className="ev-muted">
                {t('verified.by', { names: inspectors.join('、'), reason: reason ?? '—' })}
              </span>
            </li>
          );
        })}
      </ul>
      {absent.length === 0 ? null : (
        <p className="ev-muted">
          {t('verified.absent', { names: [...new Set(absent.map(({ schoolName }) => schoolName))].join('、') })}
        </p>
      )}
    </>
  );
}
