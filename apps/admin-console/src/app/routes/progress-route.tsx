import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ProgressPage } from '../../features/watch-round/progress/progress-page.tsx';
import { progressTexts } from '../../features/watch-round/progress/texts.ts';
import { roundReportsQuery } from '../../server/rounds.ts';

export function ProgressRoute() {
  usePageTexts(progressTexts);
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['progress', 'frame']);
  const navigate = useNavigate();
  const query = useQuery(roundReportsQuery(roundId));
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>
        {(data) => (
          <div className="jc-stack">
            <RoundHead
              round={data.round}
              page={t('title')}
              onChoose={(id) => void navigate(`/rounds/${id}/progress`)}
              actions={
                <Link className="jh-button jh-button--small" to={`/rounds/${roundId}`}>
                  <span className="jh-button__label">{t('back')}</span>
                </Link>
              }
            />
            <ProgressPage key={data.round.id} data={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}
