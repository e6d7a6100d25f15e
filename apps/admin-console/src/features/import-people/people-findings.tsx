import type { PeopleImport } from '@junheng/api-contract';
import { Notice, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** What a sheet holds: how many roles would be given and addresses changed, what is wrong at which row and cell, and the first of both. */
export function PeopleFindings({ read }: { readonly read: PeopleImport }) {
  const { t } = useTranslation(['importPeople', 'display']);
  const { counts, problems, sample, changedAddresses } = read;
  return (
    <>
      <Notice tone={counts.errors > 0 ? 'danger' : counts.warnings > 0 ? 'warning' : 'success'} role="status">
        <b>{read.fileName}</b> {t('found', { ...counts })}
        {counts.addresses > 0 ? ` ${t('foundAddresses', { count: counts.addresses })}` : ''}
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
            {sample.map((each) => (
              <li key={`${each.row}`}>
                {each.displayName}{' '}
                <span className="ev-muted">
                  {each.login} · {t(`role.${each.role}`, { ns: 'display' })} · {each.placeName}
                  {each.isNew ? '' : ` · ${t('there')}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {changedAddresses.length === 0 ? null : (
        <details>
          <summary>{t('addresses', { shown: changedAddresses.length, count: counts.addresses })}</summary>
          <ul>
            {changedAddresses.map(({ row, login, displayName, email }) => (
              <li key={row}>
                {displayName} <span className="ev-muted">{login}</span> → {email}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
