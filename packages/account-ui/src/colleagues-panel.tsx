import type { ApiClient } from '@junheng/api-client';
import { EmptyState, StatusTag, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { colleaguesQuery } from './account-calls.ts';
import { Loaded } from './loaded.tsx';
import { Panel } from './panel.tsx';
import { useInstant } from './use-instant.ts';

/** Who has an account at one's schools: to be looked at; the bureau gives and takes. */
export function ColleaguesPanel({ client }: { readonly client: ApiClient }) {
  const { t } = useTexts('account');
  const instant = useInstant();
  const query = useQuery(colleaguesQuery(client));
  return (
    <Panel title={t('colleagues.title')} intro={t('colleagues.intro')}>
      <Loaded query={query}>
        {({ schools }) =>
          schools.length === 0 ? (
            <EmptyState title={t('colleagues.empty')} />
          ) : (
            schools.map((school) => (
              <div key={school.schoolId}>
                <h3 className="ac-panel__school">{school.name}</h3>
                <ul className="ac-list">
                  {school.people.map((person) => (
                    <li className="ac-row" key={person.personId}>
                      <div className="ac-row__text">
                        <p className="ac-line">
                          <strong>{person.displayName}</strong>
                          <span>{person.roles.map((role) => t(`role.${role}`)).join(t('comma'))}</span>
                          {person.locked ? <StatusTag tone="danger">{t('colleagues.locked')}</StatusTag> : null}
                        </p>
                        <p className="ac-muted">
                          {person.lastSeenAt === null
                            ? t('colleagues.never')
                            : t('colleagues.seen', { at: instant(person.lastSeenAt) })}
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              </div>
            ))
          )
        }
      </Loaded>
    </Panel>
  );
}
