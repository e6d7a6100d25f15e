import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { auditTexts } from '../../features/look-through-audit/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { AuditPages } from '../../features/look-through-audit/audit-pages.tsx';
import { ChainList } from '../../features/look-through-audit/chain-list.tsx';
import { auditChainsQuery } from '../../server/audit-trail.ts';

export function AuditChainsRoute() {
  usePageTexts(auditTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('audit.read');
  const query = useQuery({ ...auditChainsQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('audit')} · ${t('product')}`}</title>
      <AuditPages>
        <Loaded query={query}>{(data) => <ChainList {...data} />}</Loaded>
      </AuditPages>
    </>
  );
}
