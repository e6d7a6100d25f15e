import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { importSchoolsTexts } from '../../features/import-schools/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { ImportSchools } from '../../features/import-schools/import-schools.tsx';
import { regionsQuery } from '../../server/organisations.ts';
import { schoolImportsQuery } from '../../server/school-imports.ts';

export function ImportSchoolsRoute() {
  usePageTexts(importSchoolsTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('organisations.manage');
  const { data } = useQuery(regionsQuery);
  const countyId = data?.regions.find(({ level }) => level === 'county')?.id ?? '';
  const query = useQuery(schoolImportsQuery(countyId));
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('importSchools')} · ${t('product')}`}</title>
      <Loaded query={query}>{({ imports }) => <ImportSchools countyId={countyId} history={imports} />}</Loaded>
    </>
  );
}
