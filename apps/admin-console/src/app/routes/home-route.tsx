import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { roundsQuery } from '../../server/rounds.ts';
import { currentRound } from '../model/menu.ts';

/** The first page is the round that is open. */
export function HomeRoute() {
  const { t } = useTranslation('round');
  const may = useMay();
  const query = useQuery(roundsQuery);
  return (
    <Loaded query={query}>
      {({ rounds }) => {
        const round = currentRound(rounds);
        if (round !== null) return <Navigate to={`/rounds/${round.id}`} replace />;
        if (!may('rounds.manage')) return <EmptyState title={t('noRounds')} description={t('noRoundsReader')} />;
        return (
          <EmptyState
            title={t('noRounds')}
            description={t('noRoundsHelp')}
            action={
              <Link className="jh-button jh-button--primary" to="/rounds/new">
                {t('openRound')}
              </Link>
            }
          />
        );
      }}
    </Loaded>
  );
}
