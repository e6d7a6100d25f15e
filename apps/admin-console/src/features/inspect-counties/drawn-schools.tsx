import type { Draw } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** The drawn schools by county and stratum; a stratum without any says so. */
export function DrawnSchools({ counties }: { readonly counties: NonNullable<Draw['counties']> }) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  return (
    <>
      <h3 className="jc-h3">{t('draw.strata')}</h3>
      {counties.map((county) => (
        <div key={county.code}>
          <p className="jc-draw__county">
            {t('draw.countyLine', {
              name: county.name,
              schools: county.schools,
              size: county.size,
              percent: `${((county.size / county.schools) * 100).toFixed(1)}%`,
            })}
          </p>
          <ul className="jc-plainlist jc-strata jc-surface">
            {county.strata.map(({ type, locale, schools, size, drawn }) => (
              <li key={`${type} ${locale}`} className="jc-strata__row">
                <span className="jc-strata__name">
                  {t('draw.stratum', {
                    type: words(language, `school-type.${type}`),
                    locale: words(language, `option.locale.${locale}`),
                  })}
                  <span className="ev-table__aside">{t('draw.share', { schools, size })}</span>
                </span>
                {drawn.length === 0 ? (
                  <span className="ev-muted">{t('draw.none')}</span>
                ) : (
                  <ul className="jc-plainlist">
                    {drawn.map((school) => (
                      <li key={school.schoolId}>
                        {school.name} <span className="ev-muted">{school.code}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
