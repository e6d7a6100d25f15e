import type { SchoolDetail } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';

/** What the register said from a day to a day, newest first: who changed it, why, and what the school was then. */
export function SchoolHistory({ history }: { readonly history: SchoolDetail['history'] }) {
  const { t } = useTranslation('keepSchools');
  const { language } = useLanguage();
  const { day } = useFormat();
  return (
    <section className="jc-part" aria-labelledby="school-history">
      <h2 id="school-history">{t('history.title')}</h2>
      <div className="ev-scroll jc-surface">
        <table className="ev-table jc-table jc-cards">
          <caption className="jh-visually-hidden">{t('history.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.when')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col">{t('field.name')}</th>
              <th scope="col">{t('history.facts')}</th>
              <th scope="col">{t('history.why')}</th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map((version) => (
              <tr key={version.version}>
                <th scope="row" className="jc-nowrap">
                  {day(version.validFrom)}
                  <span className="ev-table__aside">
                    {version.validTo === null ? t('history.now') : t('history.until', { day: day(version.validTo) })}
                  </span>
                </th>
                <td className="jc-nowrap">{t(`history.change.${version.change}`)}</td>
                <td>
                  {version.name}
                  {version.predecessors.length === 0 ? null : (
                    <span className="ev-table__aside">
                      {t('history.from')}{' '}
                      {version.predecessors.map(({ id, name }, index) => (
                        <span key={id}>
                          {index === 0 ? null : ', '}
                          <Link to={`/schools/${id}`}>{name}</Link>
                        </span>
                      ))}
                    </span>
                  )}
                </td>
                <td>
                  {[
                    words(language, `school-type.${version.type}`),
                    version.regionName,
                    words(language, `option.locale.${version.locale}`),
                    words(language, `option.ownership.${version.ownership}`),
                    version.boarding ? t('history.boarding') : null,
                    version.parentSchoolName === null ? null : t('campusOf', { parent: version.parentSchoolName }),
                    version.countedAsSchool ? null : t('notCounted'),
                    ...Object.entries(version.flags).map(([id, value]) =>
                      hasText(`item.${id}`)
                        ? `${words(language, `item.${id}`)}${language === 'zh-CN' ? '：' : ': '}${words(language, `option.flag.${value}`)}`
                        : null,
                    ),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td>
                  {version.note ?? '—'}
                  {version.recordedBy === null ? null : <span className="ev-table__aside">{version.recordedBy}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
