import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { standardsTexts } from '../../features/publish-standards/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { EditionPage } from '../../features/publish-standards/edition-page.tsx';
import { editionQuery, editionsQuery } from '../../server/editions.ts';

export function EditionRoute() {
  usePageTexts(standardsTexts);
  const { t } = useTranslation('frame');
  const { editionId = '' } = useParams();
  const all = useQuery(editionsQuery);
  const query = useQuery(editionQuery(editionId));
  const summary = all.data?.editions.find(({ id }) => id === editionId);
  const baseId = summary?.bureau?.baseId ?? '';
  const { data: base } = useQuery({ ...editionQuery(baseId), enabled: baseId !== '' });
  return (
    <>
      <title>{`${t('standards')} · ${t('product')}`}</title>
      <Loaded query={all}>
        {() =>
          summary === undefined ? (
            <EmptyState title={t('notFound.title')} description={t('notFound.text')} />
          ) : (
            <Loaded query={query}>
              {(edition) => <EditionPage summary={summary} edition={edition} base={base ?? null} />}
            </Loaded>
          )
        }
      </Loaded>
    </>
  );
}
