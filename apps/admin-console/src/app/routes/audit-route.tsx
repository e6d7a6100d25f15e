import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { auditTexts } from '../../features/look-through-audit/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { AuditLog } from '../../features/look-through-audit/audit-log.tsx';
import { AuditPages } from '../../features/look-through-audit/audit-pages.tsx';
import { readAuditView } from '../../features/look-through-audit/model/audit-view.ts';
import { auditEntriesQuery } from '../../server/audit-trail.ts';
import { schoolsQuery } from '../../server/organisations.ts';
import { peopleQuery } from '../../server/people.ts';

export function AuditRoute() {
  usePageTexts(auditTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('audit.read');
  const [address] = useSearchParams();
  const query = useQuery({ ...auditEntriesQuery(readAuditView(address)), enabled: allowed });
  const { data: people } = useQuery({ ...peopleQuery, enabled: allowed });
  const { data: schools } = useQuery({ ...schoolsQuery(), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('audit')} · ${t('product')}`}</title>
      <AuditPages>
        <Loaded query={query}>
          {(page) => (
            <AuditLog
              page={page}
              people={(people?.people ?? []).map(({ id, displayName, login }) => ({
                id,
                label: `${displayName} (${login})`,
              }))}
              schools={(schools?.schools ?? []).map(({ id, name, code }) => ({ id, label: `${name} (${code})` }))}
            />
          )}
        </Loaded>
      </AuditPages>
    </>
  );
}
