import type { CountyPart, CountyReport } from '@junheng/api-contract';
import { ConfirmButton } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { earlierCountyEvidenceQuery } from '../../server/county-reports.ts';
import { offeredToAll } from './model/earlier-evidence.ts';
import { useReuse } from './use-reuse.ts';

/** Everything that proved the same indicators of this part in the report before, at once. */
export function TakeOverAll({ report, part }: { readonly report: CountyReport; readonly part: CountyPart }) {
  const { t } = useTranslation('county');
  const { data } = useQuery(earlierCountyEvidenceQuery(report.id));
  const taking = useReuse(report);
  const offered = offeredToAll(data?.evidence ?? [], report.evidence, part.topics);
  if (data === undefined || data.year === null || offered.length < 2) return null;
  const facts = { year: data.year, count: offered.length };
  return (
    <>
      <span>
        <ConfirmButton
          size="small"
          title={t('evidence.takeOverAll', facts)}
          description={t('evidence.takeOverAllText')}
          confirmText={t('evidence.takeOver')}
          onConfirm={() =>
            taking.mutateAsync({ evidenceIds: offered.map(({ id }) => id) }).then(
              () => undefined,
              () => undefined,
            )
          }
        >
          {t('evidence.takeOverAll', facts)}
        </ConfirmButton>
      </span>
      <RefusalNotice error={taking.error} />
    </>
  );
}
