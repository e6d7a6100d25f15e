import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { useMay } from '../../display/use-may.ts';
import { RunEvaluation } from '../../features/evaluate-county/run-button.tsx';
import { RunList } from '../../features/evaluate-county/run-list.tsx';
import { evaluationsQuery } from '../../server/evaluations.ts';
import { roundQuery } from '../../server/rounds.ts';

export function EvaluationsRoute() {
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['evaluate', 'frame']);
  const may = useMay();
  const navigate = useNavigate();
  const round = useQuery(roundQuery(roundId));
  const runs = useQuery(evaluationsQuery(roundId));
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={round}>
        {(data) => (
          <div className="jc-stack">
            <RoundHead
              round={data}
              page={t('title')}
              onChoose={(id) => void navigate(`/rounds/${id}/evaluations`)}
              actions={
                <Link className="jh-button jh-button--small" to={`/rounds/${roundId}/compare`}>
                  <span className="jh-button__label">{t('again.compareTwo')}</span>
                </Link>
              }
            />
            {may('evaluations.run') ? (
              <RunEvaluation
                key={roundId}
                roundId={roundId}
                editionId={data.editionId}
                runs={runs.data?.evaluations ?? []}
                onRan={(run) => void navigate(`/rounds/${roundId}/evaluations/${run.id}`)}
              />
            ) : null}
            <Loaded query={runs}>
              {({ evaluations }) => (
                <RunList runs={evaluations} hrefOf={(run) => `/rounds/${roundId}/evaluations/${run.id}`} />
              )}
            </Loaded>
          </div>
        )}
      </Loaded>
    </>
  );
}
