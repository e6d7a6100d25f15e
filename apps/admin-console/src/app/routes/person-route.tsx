import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { usePerson } from '../../display/use-person.ts';
import { PersonPage } from '../../features/manage-people/person-page.tsx';
import { peopleTexts } from '../../features/manage-people/texts.ts';
import { personQuery } from '../../server/people.ts';
import { usePlaces } from '../use-places.ts';

export function PersonRoute() {
  usePageTexts(peopleTexts);
  const { personId = '' } = useParams();
  const { t } = useTranslation('frame');
  const allowed = useMay()('people.read');
  const own = usePerson();
  const places = usePlaces();
  const query = useQuery({ ...personQuery(personId), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <Loaded query={query}>
      {(person) => (
        <>
          <title>{`${person.displayName} · ${t('product')}`}</title>
          <PersonPage key={person.id} person={person} places={places} own={person.id === own} />
        </>
      )}
    </Loaded>
  );
}
