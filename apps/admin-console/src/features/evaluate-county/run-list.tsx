import type { EvaluationSummary } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeMark } from '@junheng/evaluation-ui';
import { EmptyState, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { sameResults, shortHash } from './model/same-result.ts';

export interface RunListProps {
  readonly runs: readonly EvaluationSummary[];
  readonly hrefOf: (run: EvaluationSummary) => string;
}

/** Every run with its result and fingerprint; equal fingerprints say so. */
export function RunList({ runs, hrefOf }: RunListProps) {
  const { t } = useTranslation('evaluate');
  const may = useMay();
  if (runs.length === 0) {
    return <EmptyState title={t('empty')} description={may('evaluations.run') ? t('emptyHelp') : t('emptyReader')} />;
  }
  const same = sameResults(runs);
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table">
        <caption className="jh-visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            {(['ran', 'data', 'result', 'stages', 'hash'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} href={hrefOf(run)} same={same.get(run.id) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunRow(props: {
  readonly run: EvaluationSummary;
  readonly href: string;
  readonly same: EvaluationSummary | null;
}) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { run, same } = props;
  const missing = run.dataSet.missingSchools.length;
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        <Link className="jc-table__link" to={props.href}>
          {instant(run.ranAt)}
        </Link>
        <span className="ev-table__aside">{run.ranBy}</span>
      </th>
      <td>
        {t('dataSet', { version: run.dataSet.version, count: run.dataSet.schoolCount })}
        {run.dataSet.reason === null ? null : (
          <span className="ev-table__aside">{t('outdated.reason', { reason: run.dataSet.reason })}</span>
        )}
        {missing === 0 ? null : <span className="ev-table__aside">{t('missing', { count: missing })}</span>}
        {run.outdated === null ? null : (
          <span className="ev-table__aside">
            <StatusTag tone="warning">{t('outdated.tag')}</StatusTag>
          </span>
        )}
      </td>
      <td>
        <OutcomeMark tone={run.resourceAllocation} />
        {run.release === null ? null : (
          <span className="ev-table__aside">
            <StatusTag tone="success">{t('release.yes')}</StatusTag>
          </span>
        )}
      </td>
      <td>
        <ul className="jc-plainlist">
          {run.stages.map((stage) => (
            <li key={stage.stage} className="jc-nowrap">
              {words(language, `stage.${stage.stage}`)}{' '}
              <span className="ev-muted">
                {t('schoolsOf', { met: stage.schoolStagesMet, total: stage.schoolStages })} ·{' '}
                {t('cvsOf', { met: stage.cvsMet, total: stage.cvs })}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <Copyable value={run.resultHash} shown={shortHash(run.resultHash)} label={t('hash')} />
        {same === null ? null : (
          <StatusTag tone="success">
            <span title={t('sameAs', { at: instant(same.ranAt) })}>= {t('sameShort')}</span>
          </StatusTag>
        )}
      </td>
    </tr>
  );
}
