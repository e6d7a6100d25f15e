import { text as words } from '@junheng/evaluation-messages';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';
import type { EvaluationWithResult } from '../../server/evaluations.ts';
import { shortHash } from './model/same-result.ts';

/** When, by whom, on which data, and the fingerprint of the result. */
export function RunFacts({
  evaluation,
  sameAs,
}: {
  readonly evaluation: EvaluationWithResult;
  readonly sameAs: string | null;
}) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { dataSet } = evaluation;
  const missing = dataSet.missingSchools;
  return (
    <div className="jc-facts">
      <span>{t('ranBy', { by: evaluation.ranBy, at: instant(evaluation.ranAt) })}</span>
      <span>{words(language, `edition.${evaluation.editionId}`)}</span>
      <span>
        {t(dataSet.kind === 'verified' ? 'verifiedData' : 'dataSet', {
          version: dataSet.version,
          count: dataSet.schoolCount,
        })}
      </span>
      {missing.length === 0 ? null : (
        <details className="jc-facts__missing">
          <summary>{t('missing', { count: missing.length })}</summary>
          <p>{missing.map((school) => school.name).join(language === 'zh-CN' ? '、' : ', ')}</p>
        </details>
      )}
      <span className="jc-facts__hash">
        {t('hash')}{' '}
        <Copyable value={evaluation.resultHash} shown={shortHash(evaluation.resultHash)} label={t('hash')} />
        {sameAs === null ? null : <StatusTag tone="success">{`= ${t('sameAs', { at: instant(sameAs) })}`}</StatusTag>}
      </span>
    </div>
  );
}
