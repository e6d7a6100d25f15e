import type { Person } from '@junheng/api-contract';
import { StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useToday } from '../../display/use-today.ts';

export type PersonAct = 'reset' | 'lock' | 'factor' | 'regrant';

export interface PersonRowProps {
  readonly person: Person;
  /** `none`: the column is there but this person is not to be acted on. Null: no such column. */
  readonly actions: Readonly<Record<PersonAct, () => void>> | 'none' | null;
}

export function PersonRow({ person, actions }: PersonRowProps) {
  const { t } = useTranslation(['people', 'display']);
  const { day, instant } = useFormat();
  const today = useToday();
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        <Link to={`/people/${person.id}`}>{person.displayName}</Link>
        <span className="ev-table__aside">{person.login}</span>
      </th>
      <td>
        {person.formerGrant === null ? null : (
          <p>
            <StatusTag tone="warning">{t('noGrant')}</StatusTag>{' '}
            <span className="ev-muted">
              {t('formerly', {
                role: t(`role.${person.formerGrant.role}`, { ns: 'display' }),
                place: person.formerGrant.place.name,
              })}
            </span>
          </p>
        )}
        <ul className="jc-plainlist">
          {person.grants.map((grant) => (
            <li key={grant.id}>
              {t(`role.${grant.role}`, { ns: 'display' })}
              <span className="ev-muted">
                {' · '}
                {grant.place.name}
                {grant.validFrom > today ? ` · ${t('from', { day: day(grant.validFrom) })}` : null}
                {grant.validTo === null ? null : ` · ${t('until', { day: day(grant.validTo) })}`}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td className="jc-nowrap ev-muted">{person.lastSignInAt === null ? t('never') : instant(person.lastSignInAt)}</td>
      <td>
        {person.locked ? (
          <StatusTag tone="danger">{t('locked')}</StatusTag>
        ) : (
          <span className="ev-muted">{t('active')}</span>
        )}
        {person.secondFactor ? <span className="ev-table__aside">{t('withFactor')}</span> : null}
      </td>
      {actions === null ? null : (
        <td className="jc-table__action">
          {actions === 'none' ? null : (
            <>
              {person.formerGrant === null ? null : (
                <button
                  type="button"
                  className="jc-quiet"
                  aria-label={t('regrantOf', { name: person.displayName })}
                  onClick={actions.regrant}
                >
                  {t('regrant')}
                </button>
              )}
              {person.secondFactor ? (
                <button
                  type="button"
                  className="jc-quiet"
                  aria-label={t('factorOf', { name: person.displayName })}
                  onClick={actions.factor}
                >
                  {t('factor')}
                </button>
              ) : null}
              <button
                type="button"
                className="jc-quiet"
                aria-label={t('resetOf', { name: person.displayName })}
                onClick={actions.reset}
              >
                {t('reset')}
              </button>
              <button
                type="button"
                className="jc-quiet"
                aria-label={t(person.locked ? 'unlockOf' : 'lockOf', { name: person.displayName })}
                onClick={actions.lock}
              >
                {t(person.locked ? 'unlock' : 'lock')}
              </button>
            </>
          )}
        </td>
      )}
    </tr>
  );
}
