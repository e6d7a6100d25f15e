import type { AuditEntries } from '@junheng/api-contract';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { auditWorkbookUrl } from '../../server/audit-trail.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { readAuditView, withFilter, type AuditParameter } from './model/audit-view.ts';
import type { PickOption } from './pick-field.tsx';

export interface AuditLogProps {
  readonly page: AuditEntries;
  readonly people: readonly PickOption[];
  readonly schools: readonly PickOption[];
}

/** The log itself: filters, a page of entries, the way to older ones. */
export function AuditLog({ page, people, schools }: AuditLogProps) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  const [address, setAddress] = useSearchParams();
  const filter = (name: AuditParameter, value: string) => setAddress(withFilter(address, name, value));
  const knownNames = new Map<string, string>();
  for (const { actor, school } of page.entries) {
    if (actor.personId !== null && actor.name !== null) knownNames.set(actor.personId, actor.name);
    if (school?.name) knownNames.set(school.id, school.name);
  }
  const older = new URLSearchParams(address);
  if (page.older !== null) older.set('before', page.older);
  const newest = new URLSearchParams(address);
  newest.delete('before');
  return (
    <>
      <AuditFilters
        address={address}
        people={people}
        schools={schools}
        knownNames={knownNames}
        onFilter={filter}
        onClear={() => setAddress({})}
      />
      {page.entries.length === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyHint')} />
      ) : (
        <AuditTable entries={page.entries} onFilter={filter} />
      )}
      <nav className="jc-audit__pages" aria-label={t('pages')}>
        {address.has('before') ? (
          <Link className="jh-button" to={`?${newest.toString()}`}>
            {t('newest')}
          </Link>
        ) : null}
        {page.older === null ? null : (
          <Link className="jh-button" to={`?${older.toString()}`}>
            {t('older')}
          </Link>
        )}
        <a className="jh-button jh-button--quiet" href={auditWorkbookUrl(readAuditView(address), language)} download>
          {t('export')}
        </a>
      </nav>
    </>
  );
}
