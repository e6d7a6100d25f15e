import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@junheng/ui/plain';
import { evidenceQuery } from '../../api/evidence.ts';
import type { Weight } from './model/progress.ts';
import { summaryOf } from './model/summary.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

const WEIGHTS: readonly Weight[] = ['blocks', 'needs-reason', 'explained', 'information'];

/** Values, checks, indicators and evidence in four lines, beside the button that sends them. */
export function HandInSummary({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const evidence = useQuery(evidenceQuery(open.report.id));
  const { filled, required, findings, stages } = summaryOf(open);
  const checks = WEIGHTS.filter((weight) => findings[weight] > 0).map((weight) =>
    t(`summary.${weight}`, { count: findings[weight] }),
  );
  const files = evidence.data?.evidence.filter(({ removed }) => removed === null).length;
  return (
    <dl className="hand-in-summary" aria-label={t('summary.title')}>
      <dt>{t('summary.values')}</dt>
      <dd>{t('summary.filled', { filled, required })}</dd>
      <dt>{t('summary.checks')}</dt>
      <dd>{checks.length === 0 ? t('checks.none') : words.list(checks)}</dd>
      <dt>{t('summary.indicators')}</dt>
      <dd>
        {stages.length === 0
          ? t('summary.notEvaluated')
          : words.list(stages.map(({ stage, met, of }) => t('summary.stage', { stage: words.stage(stage), met, of })))}
      </dd>
      <dt>{t('summary.evidence')}</dt>
      <dd>{files === undefined ? t('summary.evidenceUnknown') : t('summary.files', { count: files })}</dd>
    </dl>
  );
}
