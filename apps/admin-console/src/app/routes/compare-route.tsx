import { EmptyState, LoadingState, PageHeader } from '@junheng/ui/plain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ComparisonView } from '../../features/compare-runs/comparison-view.tsx';
import { RunChoice } from '../../features/compare-runs/run-choice.tsx';
import { compareTexts } from '../../features/compare-runs/texts.ts';
import { comparisonQuery, evaluationsQuery } from '../../server/evaluations.ts';
import { roundsQuery } from '../../server/rounds.ts';

/** Years of the same county that can be compared. */
const MOST_ROUNDS = 8;

export function CompareRoute() {
  const { roundId = '' } = useParams();
  usePageTexts(compareTexts);
  const { t } = useTranslation(['compare', 'frame', 'display']);
  const [query, setQuery] = useSearchParams();
  const rounds = useQuery(roundsQuery);
  const own = rounds.data?.rounds.find(({ id }) => id === roundId);
  const ofCounty = (rounds.data?.rounds ?? [])
    .filter(({ regionId }) => regionId === own?.regionId)
    .slice(0, MOST_ROUNDS);
  const lists = useQueries({ queries: ofCounty.map(({ id }) => evaluationsQuery(id)) });
  const runs = ofCounty.flatMap((round, index) =>
    (lists[index]?.data?.evaluations ?? []).map((run) => ({
      ...run,
      roundName: t('round.title', {
        year: round.year,
        kind: t(`round.kind.${round.kind}`, { ns: 'display' }),
        ns: 'display',
      }),
    })),
  );
  const after = query.get('after') ?? runs.find((run) => run.roundId === roundId)?.id ?? '';
  const before = query.get('before') ?? runs.find((run) => run.id !== after)?.id ?? '';
  return (
    <div className="jc-stack">
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <PageHeader
        above={<Link to={`/rounds/${roundId}/evaluations`}>{t('all')}</Link>}
        title={t('title')}
        subtitle={own?.regionName}
      />
      {lists.some(({ isPending }) => isPending) || rounds.isPending ? (
        <LoadingState />
      ) : runs.length < 2 ? (
        <EmptyState title={t('only')} />
      ) : (
        <>
          <RunChoice
            runs={runs}
            before={before}
            after={after}
            onChoose={(one, other) => setQuery({ before: one, after: other }, { replace: true })}
          />
          {before === '' || after === '' || before === after ? (
            <EmptyState title={t('pick')} />
          ) : (
            <Compared before={before} after={after} />
          )}
        </>
      )}
    </div>
  );
}

function Compared({ before, after }: { readonly before: string; readonly after: string }) {
  const query = useQuery(comparisonQuery(before, after));
  return <Loaded query={query}>{(compared) => <ComparisonView compared={compared} />}</Loaded>;
}
