import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { peopleTexts } from '../../features/manage-people/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { PeopleList } from '../../features/manage-people/people-list.tsx';
import { peopleQuery } from '../../server/people.ts';
import { sessionQuery } from '../../server/session.ts';
import { usePlaces } from '../use-places.ts';

export function PeopleRoute() {
  usePageTexts(peopleTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('people.read');
  const { data: known } = useQuery(sessionQuery);
  const places = usePlaces();
  const query = useQuery({ ...peopleQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('people')} · ${t('product')}`}</title>
      <Loaded query={query}>
        {({ byMail, people }) => (
          <PeopleList byMail={byMail} people={people} ownId={known?.session.personId ?? ''} places={places} />
        )}
      </Loaded>
    </>
  );
}
