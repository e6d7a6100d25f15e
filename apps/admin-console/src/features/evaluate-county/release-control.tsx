import type { EvaluationSummary } from '@junheng/api-contract';
import { Button, Dialog, StatusTag } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { evaluationKeys, releaseEvaluation, withdrawRelease } from '../../server/evaluations.ts';

export interface ReleaseControlProps {
  readonly run: EvaluationSummary;
  /** The run of the round that schools see now, null where they see none. */
  readonly inForce: EvaluationSummary | null;
}

/** Whether schools see this run (公布给学校), and the act that lets them or no longer lets them. */
export function ReleaseControl({ run, inForce }: ReleaseControlProps) {
  const { t } = useTranslation('evaluate');
  const { instant } = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState<'release' | 'withdraw' | null>(null);
  const { release } = run;
  return (
    <section className="jc-surface jc-padded jc-run" aria-label={t('release.title')}>
      <div>
        <h2 className="jc-h2">
          {t('release.title')}{' '}
          <StatusTag tone={release === null ? 'neutral' : 'success'}>
            {t(release === null ? 'release.no' : 'release.yes')}
          </StatusTag>
        </h2>
        <p>
          {release === null
            ? t(inForce === null ? 'release.noHelp' : 'release.otherHelp', {
                at: inForce === null ? '' : instant(inForce.ranAt),
              })
            : t(release.countyVerdict ? 'release.byWithCounty' : 'release.by', {
                by: release.releasedBy,
                at: instant(release.releasedAt),
              })}
        </p>
      </div>
      {!may('evaluations.release') ? null : release === null ? (
        <Button onClick={() => setAsking('release')}>{t('release.do')}</Button>
      ) : (
        <Button onClick={() => setAsking('withdraw')}>{t('release.undo')}</Button>
      )}
      {asking === null ? null : (
        <ReleaseDialog act={asking} run={run} replaces={inForce !== null} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

function ReleaseDialog(props: {
  readonly act: 'release' | 'withdraw';
  readonly run: EvaluationSummary;
  readonly replaces: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('evaluate');
  const client = useQueryClient();
  const { act, run } = props;
  const [countyVerdict, setCountyVerdict] = useState(false);
  const acting = useMutation({
    mutationFn: () => (act === 'release' ? releaseEvaluation(run.id, { countyVerdict }) : withdrawRelease(run.id)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: evaluationKeys.list(run.roundId) });
      props.onClose();
    },
  });
  const missing = run.dataSet.missingSchools.length;
  return (
    <Dialog
      open
      title={t(`release.${act}Title`)}
      onClose={props.onClose}
      footer={
        <Button
          variant={act === 'release' ? 'primary' : 'danger'}
          busy={acting.isPending}
          onClick={() => acting.mutate()}
        >
          {t(act === 'release' ? 'release.do' : 'release.undo')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t(`release.${act}Intro`)}</p>
        <RefusalNotice error={acting.error} />
        {act === 'release' && props.replaces ? <p>{t('release.replaces')}</p> : null}
        {act === 'release' && missing > 0 ? <p>{t('release.missing', { count: missing })}</p> : null}
        {act === 'withdraw' ? null : (
          <label className="jc-check">
            <input
              type="checkbox"
              checked={countyVerdict}
              onChange={(event) => setCountyVerdict(event.target.checked)}
            />
            {t('release.county')}
          </label>
        )}
      </div>
    </Dialog>
  );
}
