import type { SchoolImport } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Notice, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** What a sheet holds: how many schools are new, what is wrong at which row and cell, and the first schools as they were read. */
export function SheetFindings({ read }: { readonly read: SchoolImport }) {
  const { t } = useTranslation('importSchools');
  const { language } = useLanguage();
  const { counts, problems, sample } = read;
  return (
    <>
      <Notice tone={counts.errors > 0 ? 'danger' : counts.warnings > 0 ? 'warning' : 'success'} role="status">
        <b>{read.fileName}</b> {t('found', { ...counts })}
        {counts.errors > 0 ? ` ${t('mend')}` : ''}
      </Notice>
      {problems.length === 0 ? null : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards jc-cards--flow">
            <caption className="jh-visually-hidden">{t('problems')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('at')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('what')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ severity, code, row, column, facts }) => (
                <tr key={`${code} ${row ?? ''} ${column ?? ''}`}>
                  <th scope="row" className="jc-nowrap">
                    {row === null ? t('whole') : `${column ?? ''}${row}`}
                  </th>
                  <td className="jc-nowrap">
                    <StatusTag tone={severity === 'error' ? 'danger' : 'warning'}>
                      {t(`severity.${severity}`)}
                    </StatusTag>
                  </td>
                  <td>{t(`problem.${code}`, { ...facts })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sample.length === 0 ? null : (
        <details>
          <summary>{t('sample', { shown: sample.length, count: counts.fresh })}</summary>
          <ul>
            {sample.map((school) => (
              <li key={school.row}>
                {school.name}{' '}
                <span className="ev-muted">
                  {school.code} · {words(language, `school-type.${school.type}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
