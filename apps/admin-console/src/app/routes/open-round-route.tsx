import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { openRoundTexts } from '../../features/open-round/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { useServerClock } from '../../display/use-server-clock.ts';
import { OpenRoundForm } from '../../features/open-round/open-round-form.tsx';
import { regionsQuery } from '../../server/organisations.ts';
import { editionsQuery } from '../../server/editions.ts';

export function OpenRoundRoute() {
  usePageTexts(openRoundTexts);
  const { t } = useTranslation(['open', 'frame']);
  const may = useMay();
  const navigate = useNavigate();
  const now = useServerClock();
  const regions = useQuery(regionsQuery);
  const editions = useQuery(editionsQuery);
  if (!may('rounds.manage')) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={regions}>
        {(inScope) => (
          <Loaded query={editions}>
            {(published) => (
              <OpenRoundForm
                regions={inScope.regions}
                editions={published.editions.filter((edition) => edition.asksSchools)}
                now={now}
                onOpened={(round) => void navigate(`/rounds/${round.id}`)}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
