import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { useMay } from '../../display/use-may.ts';
import { RoundProgress } from '../../features/watch-round/round-progress.tsx';
import { roundReportsQuery } from '../../server/rounds.ts';

export function RoundRoute() {
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['round', 'frame']);
  const may = useMay();
  const navigate = useNavigate();
  const query = useQuery(roundReportsQuery(roundId));
  return (
    <>
      <title>{`${t('round', { ns: 'frame' })} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>
        {(data) => (
          <>
            <RoundHead
              round={data.round}
              page={null}
              onChoose={(id) => void navigate(`/rounds/${id}`)}
              actions={
                <>
                  <Link className="jh-button" to={`/rounds/${roundId}/progress`}>
                    {t('toProgress')}
                  </Link>
                  {may('rounds.manage') ? (
                    <Link className="jh-button" to="/rounds/new">
                      {t('openRound')}
                    </Link>
                  ) : null}
                </>
              }
            />
            <RoundProgress
              data={data}
              hrefOf={(row, text) => `/rounds/${roundId}/reports/${row.selfReportId}${text === '' ? '' : `?${text}`}`}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
