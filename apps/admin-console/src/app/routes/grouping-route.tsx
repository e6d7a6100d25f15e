import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { GroupingPage } from '../../features/manage-groupings/grouping-page.tsx';
import { groupingQuery } from '../../server/groupings.ts';
import { schoolsQuery } from '../../server/organisations.ts';

export function GroupingRoute() {
  const { groupingId = '' } = useParams();
  const { t } = useTranslation('frame');
  const query = useQuery(groupingQuery(groupingId));
  const { data: schools } = useQuery(schoolsQuery());
  return (
    <Loaded query={query}>
      {(grouping) => (
        <>
          <title>{`${grouping.name} · ${t('product')}`}</title>
          <GroupingPage key={grouping.id} grouping={grouping} schools={schools?.schools ?? []} />
        </>
      )}
    </Loaded>
  );
}
