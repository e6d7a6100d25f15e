import type { Edition } from '@junheng/evaluation-core';
import { OutcomeMark } from '@junheng/evaluation-ui';
import { problemOf } from '@junheng/api-client';
import { EmptyState, ErrorState, LoadingState, Notice, PageHeader, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { editionQuery } from '../../api/editions.ts';
import { schoolResultQuery, type SchoolResult } from '../../api/school-results.ts';
import { OutOfScopeNote } from './out-of-scope-note.tsx';
import { ResultFacts } from './result-facts.tsx';
import { RulesInUse } from './rules-in-use.tsx';
import { StageResult } from './stage-result.tsx';
import { WhyDialog } from './why-dialog.tsx';
import { useResultWords } from './use-result-words.ts';
import '@junheng/evaluation-ui/evaluation-ui.css';
import './result.css';

/** What a released evaluation says of the school: each stage and indicator, why, and its place among similar schools. */
export function ResultPage() {
  const { reportId = '' } = useParams();
  const { t } = useTexts('portal');
  const query = useQuery(schoolResultQuery(reportId));
  if (query.data !== undefined) return <Result result={query.data} />;
  if (problemOf(query.error)?.code === 'school-result.not-found') {
    return (
      <>
        <PageHeader above={<Link to="/">{t('frame.home')}</Link>} title={t('result.gone')} />
        <EmptyState title={t('result.goneText')} />
      </>
    );
  }
  return query.isError || query.fetchStatus === 'paused' ? (
    <ErrorState
      requestId={problemOf(query.error)?.requestId ?? null}
      onRetry={() => void query.refetch()}
      action={
        <Link className="jh-button" to="/">
          {t('frame.toHome')}
        </Link>
      }
    />
  ) : (
    <LoadingState />
  );
}

function Result({ result }: { readonly result: SchoolResult }) {
  const { t } = useTexts('portal');
  const { data: edition } = useQuery(editionQuery(result.editionId));
  const { round } = result;
  return (
    <div className="result">
      <PageHeader
        above={<Link to="/">{t('frame.home')}</Link>}
        title={t('result.title', { year: round.year, kind: t(`kind.${round.kind}`) })}
        subtitle={result.schoolName}
      />
      {edition === undefined ? (
        <LoadingState />
      ) : edition === null ? (
        <ErrorState title={t('result.unknownEdition', { id: result.editionId })} onRetry={() => location.reload()} />
      ) : (
        <Parts result={result} edition={edition} />
      )}
    </div>
  );
}

function Parts({ result, edition }: { readonly result: SchoolResult; readonly edition: Edition }) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  const [search, setSearch] = useSearchParams();
  const path = search.get('why');
  const why = (next: string | null): void => {
    setSearch(next === null ? {} : { why: next }, { preventScrollReset: true });
  };
  const { county, mergedInto } = result;
  return (
    <>
      {result.approved ? null : <Notice tone="warning">{t('result.notApproved')}</Notice>}
      {mergedInto === null ? null : <Notice tone="info">{t('result.merged', { school: mergedInto })}</Notice>}
      {result.schoolStages.map((stage) => (
        <StageResult key={stage.stage} result={result} stage={stage} edition={edition} onWhy={why} />
      ))}
      {result.schoolStages.length === 0 && mergedInto === null && result.outOfScope.length === 0 ? (
        <p className="result__quiet">{t('result.nothing')}</p>
      ) : null}
      <OutOfScopeNote parts={result.outOfScope} />
      <RulesInUse rules={result.specialRules} />
      {county === null ? null : (
        <section className="result__part" aria-labelledby="result-county">
          <h2 className="result__title" id="result-county">
            {t('result.countyTitle')} · {result.countyName}
          </h2>
          <dl className="result__verdicts">
            <dt>{t('result.countyWhole')}</dt>
            <dd>
              <OutcomeMark tone={county.outcome} />
            </dd>
            <dt>{t('result.countyResource')}</dt>
            <dd>
              <OutcomeMark tone={county.resourceAllocation} />
            </dd>
            {county.stages.map((stage) => (
              <div key={stage.stage} className="result__verdict">
                <dt>{words.of(`stage.${stage.stage}`)}</dt>
                <dd>
                  <OutcomeMark tone={stage.outcome} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <ResultFacts result={result} />
      <WhyDialog result={result} edition={edition} path={path} onOpen={why} onClose={() => why(null)} />
    </>
  );
}
