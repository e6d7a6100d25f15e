import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { unitsTexts } from '../../features/manage-units/texts.ts';
import { UnitList } from '../../features/manage-units/unit-list.tsx';
import { regionsQuery } from '../../server/organisations.ts';
import { peopleQuery } from '../../server/people.ts';
import { unitsQuery } from '../../server/units.ts';
import { OrganisationTabs } from '../organisation-tabs.tsx';

export function UnitsRoute() {
  usePageTexts(unitsTexts);
  const { t } = useTranslation('frame');
  const query = useQuery(unitsQuery);
  const { data: regions } = useQuery(regionsQuery);
  const { data: people } = useQuery({ ...peopleQuery, enabled: useMay()('people.read') });
  return (
    <>
      <title>{`${t('register.units')} · ${t('product')}`}</title>
      <OrganisationTabs />
      <Loaded query={query}>
        {({ units }) => <UnitList units={units} regions={regions?.regions ?? []} people={people?.people ?? null} />}
      </Loaded>
    </>
  );
}
