import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { LedgerPage } from '../../features/rectify/ledger-page.tsx';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { rectificationsQuery } from '../../server/rectifications.ts';

export function RectificationsRoute() {
  usePageTexts(rectifyTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('rectifications.read');
  const query = useQuery({ ...rectificationsQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('rectification')} · ${t('product')}`}</title>
      <Loaded query={query}>{({ rows, more }) => <LedgerPage rows={rows} more={more} />}</Loaded>
    </>
  );
}
