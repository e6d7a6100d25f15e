import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { GroupingList } from '../../features/manage-groupings/grouping-list.tsx';
import { groupingsQuery } from '../../server/groupings.ts';
import { regionsQuery, schoolsQuery } from '../../server/organisations.ts';
import { OrganisationTabs } from '../organisation-tabs.tsx';

export function GroupingsRoute() {
  const { t } = useTranslation('frame');
  const query = useQuery(groupingsQuery);
  const { data: regions } = useQuery(regionsQuery);
  const { data: schools } = useQuery(schoolsQuery());
  return (
    <>
      <title>{`${t('register.groupings')} · ${t('product')}`}</title>
      <OrganisationTabs />
      <Loaded query={query}>
        {({ groupings }) => (
          <GroupingList groupings={groupings} regions={regions?.regions ?? []} schools={schools?.schools ?? []} />
        )}
      </Loaded>
    </>
  );
}
