import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { RowPage } from '../../features/rectify/row-page.tsx';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { rectificationQuery } from '../../server/rectifications.ts';

export function RectificationRoute() {
  usePageTexts(rectifyTexts);
  const { t } = useTranslation('frame');
  const { rectificationId = '' } = useParams();
  const allowed = useMay()('rectifications.read');
  const query = useQuery({ ...rectificationQuery(rectificationId), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('rectification')} · ${t('product')}`}</title>
      <Loaded query={query}>{(row) => <RowPage row={row} />}</Loaded>
    </>
  );
}
