import type { EvaluationJob } from '@junheng/api-contract';
import { ConfirmButton, ProgressBar } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { cancelEvaluationJob, evaluationKeys } from '../../server/evaluations.ts';

/** How far it is; asked anew every second while it is shown. */
export function JobProgress({ job, mayCancel }: { readonly job: EvaluationJob; readonly mayCancel: boolean }) {
  const { t } = useTranslation('regionJobs');
  const { instant } = useFormat();
  const client = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => cancelEvaluationJob(job.id),
    onSettled: () => client.invalidateQueries({ queryKey: evaluationKeys.jobs(job.region.id) }),
  });
  const done = job.done + job.refused;
  return (
    <div className="jc-job__progress">
      <p role="status">
        <strong>{job.state === 'waiting' ? t('waiting') : t('running', { done, total: job.counties })}</strong>{' '}
        <span className="ev-muted">
          {t('asked', { name: job.askedBy, at: instant(job.askedAt), year: String(job.year) })}
        </span>
      </p>
      <ProgressBar done={done} total={job.counties} label={t('progress')} />
      {mayCancel ? (
        <div>
          <ConfirmButton
            size="small"
            title={t('cancelTitle')}
            description={t('cancelHelp')}
            confirmText={t('cancel')}
            // A refusal is shown below.
            onConfirm={async () => {
              await cancelling.mutateAsync().catch(() => undefined);
            }}
          >
            {t('cancel')}
          </ConfirmButton>
        </div>
      ) : null}
      <RefusalNotice error={cancelling.error} />
    </div>
  );
}
