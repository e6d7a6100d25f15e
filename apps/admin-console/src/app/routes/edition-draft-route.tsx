import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { standardsTexts } from '../../features/publish-standards/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { DraftPage } from '../../features/publish-standards/draft-page.tsx';
import { draftQuery, editionQuery } from '../../server/editions.ts';

export function EditionDraftRoute() {
  usePageTexts(standardsTexts);
  const { t } = useTranslation('frame');
  const { editionDraftId = '' } = useParams();
  const allowed = useMay()('standards.manage');
  const query = useQuery({ ...draftQuery(editionDraftId), enabled: allowed });
  const baseId = query.data?.baseId ?? '';
  const base = useQuery({ ...editionQuery(baseId), enabled: baseId !== '' });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('standards')} · ${t('product')}`}</title>
      <Loaded query={query}>
        {(draft) => <Loaded query={base}>{(edition) => <DraftPage draft={draft} base={edition} />}</Loaded>}
      </Loaded>
    </>
  );
}
