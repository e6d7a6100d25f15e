import type { CountyReport } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sizeText } from '../../display/evidence-file.ts';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { earlierCountyEvidenceQuery } from '../../server/county-reports.ts';
import { offeredAt } from './model/earlier-evidence.ts';
import { useReuse } from './use-reuse.ts';

export interface EarlierFilesProps {
  readonly report: CountyReport;
  readonly topic: string;
  /** All topics of the edition. */
  readonly known: ReadonlySet<string>;
}

/** Files of the county's report before this one that are not at this indicator yet; nothing where there is none. */
export function EarlierFiles({ report, topic, known }: EarlierFilesProps) {
  const { t } = useTranslation('county');
  const { data } = useQuery(earlierCountyEvidenceQuery(report.id));
  const taking = useReuse(report);
  const offered = offeredAt(data?.evidence ?? [], report.evidence, topic, known);
  if (data === undefined || data.year === null || offered.length === 0) return null;
  return (
    <details className="jc-small">
      <summary>{t('evidence.earlier', { year: data.year, count: offered.length })}</summary>
      <RefusalNotice error={taking.error} />
      <ul className="jc-plainlist">
        {offered.map(({ id, name, size }) => (
          <li key={id}>
            {name} <span className="ev-muted">{sizeText(size)}</span>{' '}
            <Button
              variant="quiet"
              size="small"
              busy={taking.isPending && taking.variables.evidenceIds.includes(id)}
              disabled={taking.isPending}
              aria-label={t('evidence.takeOverOf', { name })}
              onClick={() => taking.mutate({ evidenceIds: [id], topic })}
            >
              {t('evidence.takeOver')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
