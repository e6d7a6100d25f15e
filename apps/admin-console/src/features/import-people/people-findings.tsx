import type { PeopleImport } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { SheetProblems } from '../../display/sheet-import/sheet-problems.tsx';

/** What a sheet holds: how many roles would be given and addresses changed, what is wrong at which row and cell, and the first of both. */
export function PeopleFindings({ read }: { readonly read: PeopleImport }) {
  const { t } = useTranslation(['importPeople', 'display']);
  const { counts, problems, sample, changedAddresses } = read;
  return (
    <>
      <SheetProblems
        fileName={read.fileName}
        counts={counts}
        summary={[
          t('found', { ...counts }),
          counts.addresses > 0 ? t('foundAddresses', { count: counts.addresses }) : '',
          counts.errors > 0 ? t('mend') : '',
        ]
          .filter(Boolean)
          .join(' ')}
        problems={problems}
        describe={({ code, facts }) => t(`problem.${code}`, { ...facts })}
      />
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
