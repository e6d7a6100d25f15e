import type { EvaluationSummary } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { evaluationKeys, runEvaluation } from '../../server/evaluations.ts';
import { editionsQuery } from '../../server/editions.ts';
import { dataSetsOf, runRequest, type RunChoices, type Split } from './model/run-request.ts';

const SPLITS: readonly Split[] = ['weighted', 'reported-by-stage'];

export interface RunEvaluationProps {
  readonly roundId: string;
  /** The round's own edition. */
  readonly editionId: string;
  readonly runs: readonly EvaluationSummary[];
  readonly onRan: (run: EvaluationSummary) => void;
}

/** Freezes what is approved and evaluates it; or, on request, an earlier data set, another published edition, another way to split. */
export function RunEvaluation({ roundId, editionId, runs, onRan }: RunEvaluationProps) {
  const { t } = useTranslation('evaluate');
  const client = useQueryClient();
  const [choices, setChoices] = useState<RunChoices>({ split: null, editionId, dataSetId: null });
  const running = useMutation({
    mutationFn: () => runEvaluation(roundId, runRequest(choices, editionId)),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: evaluationKeys.list(roundId) });
      onRan(run);
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
            value={choices.split ?? ''}
            onChange={(event) =>
              setChoices({ ...choices, split: SPLITS.find((split) => split === event.target.value) ?? null })
            }
          >
            <option value="">{t('splits.own')}</option>
            {SPLITS.map((split) => (
              <option key={split} value={split}>
                {t(`splits.${split}`)}
              </option>
            ))}
          </select>
        </label>
        {choices.split === null ? null : <p className="ev-muted">{t('splitTrial')}</p>}
        <OtherBasis choices={choices} editionId={editionId} runs={runs} onChange={setChoices} />
      </div>
      <Button variant="primary" size="large" busy={running.isPending} onClick={() => running.mutate()}>
        {running.isPending ? t('running') : t('run')}
      </Button>
      <RefusalNotice error={running.error} />
    </section>
  );
}

/** Another edition or an earlier data set: for those who ask "what if", folded away from everybody else. */
function OtherBasis(props: {
  readonly choices: RunChoices;
  readonly editionId: string;
  readonly runs: readonly EvaluationSummary[];
  readonly onChange: (choices: RunChoices) => void;
}) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { choices, onChange } = props;
  const [opened, setOpened] = useState(false);
  const editions = useQuery({ ...editionsQuery, enabled: opened });
  const ids = [...new Set([props.editionId, ...(editions.data?.editions ?? []).map(({ id }) => id)])];
  return (
    <details className="jc-run__other" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('other.title')}</summary>
      <div className="jc-run__choices">
        <label className="jc-inline">
          {t('other.data')}
          <select
            className="jh-input jc-filters__select"
            value={choices.dataSetId ?? ''}
            onChange={(event) => onChange({ ...choices, dataSetId: event.target.value || null })}
          >
            <option value="">{t('other.newest')}</option>
            {dataSetsOf(props.runs).map((dataSet) => (
              <option key={dataSet.id} value={dataSet.id}>
                {t('other.version', { version: dataSet.version, at: instant(dataSet.frozenAt) })}
              </option>
            ))}
          </select>
        </label>
        <label className="jc-inline">
          {t('other.edition')}
          <select
            className="jh-input jc-filters__select"
            value={choices.editionId}
            onChange={(event) => onChange({ ...choices, editionId: event.target.value })}
          >
            {ids.map((id) => (
              <option key={id} value={id}>
                {hasText(`edition.${id}`) ? words(language, `edition.${id}`) : id}
              </option>
            ))}
          </select>
        </label>
        {choices.editionId === props.editionId ? null : <p className="ev-muted">{t('other.trial')}</p>}
      </div>
    </details>
  );
}
