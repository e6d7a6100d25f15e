import type { Round } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { openRoundTexts } from '../../features/open-round/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { useServerClock } from '../../display/use-server-clock.ts';
import { OpenRoundForm } from '../../features/open-round/open-round-form.tsx';
import { RoundOpened } from '../../features/open-round/round-opened.tsx';
import { regionsQuery } from '../../server/organisations.ts';
import { editionsQuery } from '../../server/editions.ts';

export function OpenRoundRoute() {
  usePageTexts(openRoundTexts);
  const { t } = useTranslation(['open', 'frame']);
  const may = useMay();
  const [opened, setOpened] = useState<{ readonly round: Round; readonly announced: boolean } | null>(null);
  const now = useServerClock();
  const regions = useQuery(regionsQuery);
  const editions = useQuery(editionsQuery);
  if (!may('rounds.manage')) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      {opened === null ? null : <RoundOpened {...opened} />}
      <Loaded query={regions}>
        {(inScope) => (
          <Loaded query={editions}>
            {(published) =>
              opened === null ? (
                <OpenRoundForm
                  regions={inScope.regions}
                  editions={published.editions.filter((edition) => edition.asksSchools)}
                  now={now}
                  onOpened={(round, announced) => setOpened({ round, announced })}
                />
              ) : null
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
