import type { Person } from '@junheng/api-contract';
import { Button, EmptyState, Notice, PageHeader, SearchField, useLanguage } from '@junheng/ui/plain';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../display/use-may.ts';
import { peopleSheetAddress } from '../../server/people-imports.ts';
import { ConfirmActDialog } from './confirm-act-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import type { Places } from './model/grant-form.ts';
import { arrangePeople } from './model/people-list.ts';
import { NewPersonDialog } from './new-person-dialog.tsx';
import { PersonRow, type PersonAct } from './person-row.tsx';
import { ResetLinkDialog } from './reset-link-dialog.tsx';

export interface PeopleListProps {
  /** The installation sends mail. */
  readonly byMail: boolean;
  readonly people: readonly Person[];
  readonly ownId: string;
  /** Null for whoever gives no roles. */
  readonly places: Places | null;
}

const MOST_ROWS = 500;

/** Who may come in. Whoever manages them makes one-time links and locks; nobody locks themselves out. */
export function PeopleList({ byMail, people, ownId, places }: PeopleListProps) {
  const { t } = useTranslation('people');
  const { language } = useLanguage();
  const may = useMay();
  const [query, setQuery] = useSearchParams();
  const [open, setOpen] = useState<{ readonly what: PersonAct; readonly person: Person } | null>(null);
  const [creating, setCreating] = useState(false);
  const text = query.get('q') ?? '';
  const rows = useMemo(() => arrangePeople(people, text), [people, text]);
  const manages = may('people.manage');
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <a className="jh-button" href={peopleSheetAddress(language, false)} download>
              {t('export')}
            </a>
            {manages ? (
              <Link className="jh-button" to="/people/import">
                {t('import')}
              </Link>
            ) : null}
            {manages && places !== null ? (
              <Button variant="primary" onClick={() => setCreating(true)}>
                {t('create')}
              </Button>
            ) : null}
          </>
        }
      />
      {people.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <>
          <div className="jc-filters" role="search">
            <SearchField
              className="jc-filters__text"
              label={t('search')}
              value={text}
              onChange={(typed) => setQuery(typed === '' ? {} : { q: typed }, { replace: true })}
            />
            <span className="jc-filters__count" role="status">
              {t('shown', { shown: rows.length, total: people.length })}
            </span>
          </div>
          {rows.length === 0 ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setQuery({}, { replace: true })}>{t('clear')}</Button>}
            />
          ) : (
            <div className="ev-scroll jc-surface">
              <table className="ev-table jc-table jc-cards">
                <caption className="jh-visually-hidden">{t('title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('column.name')}</th>
                    <th scope="col">{t('column.roles')}</th>
                    <th scope="col">{t('column.lastSignIn')}</th>
                    <th scope="col">{t('column.state')}</th>
                    {manages ? <th aria-hidden="true" /> : null}
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, MOST_ROWS).map((person) => (
                    <PersonRow
                      key={person.id}
                      person={person}
                      actions={
                        manages && person.id !== ownId
                          ? {
                              reset: () => setOpen({ what: 'reset', person }),
                              lock: () => setOpen({ what: 'lock', person }),
                              factor: () => setOpen({ what: 'factor', person }),
                              regrant: () => setOpen({ what: 'regrant', person }),
                            }
                          : manages
                            ? 'none'
                            : null
                      }
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {rows.length > MOST_ROWS ? <Notice tone="info">{t('tooMany', { shown: MOST_ROWS })}</Notice> : null}
        </>
      )}
      {creating && places !== null ? (
        <NewPersonDialog places={places} byMail={byMail} onClose={() => setCreating(false)} />
      ) : null}
      {open?.what === 'reset' ? <ResetLinkDialog person={open.person} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'factor' || open?.what === 'regrant' ? (
        <ConfirmActDialog what={open.what} person={open.person} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === 'lock' ? <LockDialog person={open.person} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
