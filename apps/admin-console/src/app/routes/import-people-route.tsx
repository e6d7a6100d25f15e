import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ImportPeople } from '../../features/import-people/import-people.tsx';
import { importPeopleTexts } from '../../features/import-people/texts.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { peopleImportsQuery } from '../../server/people-imports.ts';

export function ImportPeopleRoute() {
  usePageTexts(importPeopleTexts);
  const { t } = useTranslation(['importPeople', 'frame']);
  const allowed = useMay()('people.manage');
  const { data } = useQuery(regionsQuery);
  const countyId = data?.regions.find(({ level }) => level === 'county')?.id ?? '';
  const query = useQuery({ ...peopleImportsQuery(countyId), enabled: allowed && countyId !== '' });
  if (!allowed)
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>{({ imports }) => <ImportPeople countyId={countyId} history={imports} />}</Loaded>
    </>
  );
}
