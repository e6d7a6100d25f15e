import type { EvaluationSummary } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useMay } from '../../display/use-may.ts';
import { evaluationKeys, runEvaluation, type EvaluationWithResult } from '../../server/evaluations.ts';
import { sameAgain } from './model/run-request.ts';

/** Computes the very same again, to see the same fingerprint or which rules changed; and the way to the comparison of two runs. */
export function RunAgain(props: {
  readonly evaluation: EvaluationWithResult;
  readonly compareHref: string;
  readonly onRan: (again: EvaluationSummary) => void;
}) {
  const { t } = useTranslation('evaluate');
  const may = useMay();
  const client = useQueryClient();
  const { evaluation } = props;
  const running = useMutation({
    mutationFn: () => runEvaluation(evaluation.roundId, sameAgain(evaluation)),
    onSuccess: async (again) => {
      await client.invalidateQueries({ queryKey: evaluationKeys.list(evaluation.roundId) });
      props.onRan(again);
    },
  });
  return (
    <>
      <Link className="jh-button jh-button--small" to={props.compareHref}>
        <span className="jh-button__label">{t('again.compare')}</span>
      </Link>
      {may('evaluations.run') ? (
        <Button size="small" busy={running.isPending} title={t('again.help')} onClick={() => running.mutate()}>
          {t('again.run')}
        </Button>
      ) : null}
      <RefusalNotice error={running.error} />
    </>
  );
}
