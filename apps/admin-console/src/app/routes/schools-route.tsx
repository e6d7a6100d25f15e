import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { SchoolList } from '../../features/look-up-schools/school-list.tsx';
import { schoolsQuery } from '../../server/organisations.ts';

export function SchoolsRoute() {
  const { t } = useTranslation('frame');
  const query = useQuery(schoolsQuery());
  return (
    <>
      <title>{`${t('schools')} · ${t('product')}`}</title>
      <Loaded query={query}>{({ schools }) => <SchoolList schools={schools} />}</Loaded>
    </>
  );
}
