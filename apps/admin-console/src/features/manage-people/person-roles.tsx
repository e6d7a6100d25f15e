import type { PersonDetail } from '@junheng/api-contract';
import { Button, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';

type Role = PersonDetail['roles'][number];

export interface PersonRolesProps {
  readonly person: PersonDetail;
  /** Null: not this caller's to do. */
  readonly onGive: (() => void) | null;
  readonly onGiveAgain: (() => void) | null;
  readonly onEnd: ((grantId: string) => void) | null;
}

const TONES = { 'in-force': 'success', 'to-come': 'info', ended: 'neutral' } as const;

/** Every role, those that hold first, with who gave it and who took it. */
export function PersonRoles({ person, onGive, onGiveAgain, onEnd }: PersonRolesProps) {
  const { t } = useTranslation(['people', 'display']);
  const { day, instant } = useFormat();
  const order = ['in-force', 'to-come', 'ended'];
  const rows = person.roles.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <section className="jc-part" aria-labelledby="person-roles">
      <div className="jc-parthead">
        <h2 id="person-roles">{t('roles.title')}</h2>
        {onGiveAgain === null ? null : (
          <Button size="small" onClick={onGiveAgain}>
            {t('regrant')}
          </Button>
        )}
        {onGive === null ? null : (
          <Button size="small" variant="primary" onClick={onGive}>
            {t('give')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? <p className="ev-muted">{t('roles.none')}</p> : null}
      {rows.length === 0 ? null : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards">
            <caption className="jh-visually-hidden">{t('roles.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('grant.role')}</th>
                <th scope="col">{t('grant.place')}</th>
                <th scope="col">{t('roles.time')}</th>
                <th scope="col">{t('column.state')}</th>
                <th scope="col">{t('roles.by')}</th>
                {onEnd === null ? null : <th aria-hidden="true" />}
              </tr>
            </thead>
            <tbody>
              {rows.map((role) => (
                <tr key={role.id}>
                  <th scope="row">{t(`role.${role.role}`, { ns: 'display' })}</th>
                  <td>
                    <PlaceLink place={role.place} />
                  </td>
                  <td>
                    {role.validTo === null
                      ? t('roles.since', { from: day(role.validFrom) })
                      : t('roles.fromTo', { from: day(role.validFrom), to: day(role.validTo) })}
                  </td>
                  <td>
                    <StatusTag tone={TONES[role.state]}>{t(`roles.state.${role.state}`)}</StatusTag>
                  </td>
                  <td className="ev-muted">
                    {t('roles.given', { by: role.givenBy ?? t('roles.system'), at: instant(role.givenAt) })}
                    {role.revokedAt === null ? null : (
                      <span className="ev-table__aside">
                        {t('roles.taken', { by: role.revokedBy ?? t('roles.system'), at: instant(role.revokedAt) })}
                      </span>
                    )}
                  </td>
                  {onEnd === null ? null : (
                    <td className="jc-table__action">
                      {role.state === 'ended' ? null : (
                        <button
                          type="button"
                          className="jc-quiet"
                          aria-label={t('endOf', {
                            role: t(`role.${role.role}`, { ns: 'display' }),
                            place: role.place.name,
                          })}
                          onClick={() => onEnd(role.id)}
                        >
                          {t('end')}
                        </button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function PlaceLink({ place }: { readonly place: Role['place'] }) {
  switch (place.kind) {
    case 'school':
      return <Link to={`/schools/${place.schoolId}`}>{place.name}</Link>;
    case 'area':
      return <Link to={`/groupings/${place.areaId}`}>{place.name}</Link>;
    case 'unit':
      return <Link to="/units">{place.name}</Link>;
    case 'region':
      return place.name;
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}
