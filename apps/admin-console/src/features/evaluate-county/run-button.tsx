import type { EvaluationSummary } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { evaluationKeys, runEvaluation } from '../../server/evaluations.ts';

type Split = 'weighted' | 'reported-by-stage';

/** Freezes what is approved and evaluates it; how multi-stage schools are split may be chosen. */
export function RunEvaluation(props: { readonly roundId: string; readonly onRan: (run: EvaluationSummary) => void }) {
  const { t } = useTranslation('evaluate');
  const client = useQueryClient();
  const [split, setSplit] = useState<Split>('weighted');
  const running = useMutation({
    mutationFn: () => runEvaluation(props.roundId, { split }),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: evaluationKeys.list(props.roundId) });
      props.onRan(run);
    },
  });
  return (
    <section className="jc-surface jc-padded jc-run">
      <div>
        <p>{t('runHelp')}</p>
        <label className="jc-inline">
          {t('split')}
          <select
            className="jh-input jc-filters__select"
            value={split}
            onChange={(event) => setSplit(event.target.value === 'weighted' ? 'weighted' : 'reported-by-stage')}
          >
            <option value="weighted">{t('splits.weighted')}</option>
            <option value="reported-by-stage">{t('splits.reported-by-stage')}</option>
          </select>
        </label>
      </div>
      <Button variant="primary" size="large" busy={running.isPending} onClick={() => running.mutate()}>
        {running.isPending ? t('running') : t('run')}
      </Button>
      <RefusalNotice error={running.error} />
    </section>
  );
}
