import type { RoundSelfReport } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { reviewTexts } from '../../features/review-report/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { GROUPING_PARAMETER, useGroupingFilter } from '../../display/use-grouping-filter.ts';
import { OWN_QUEUE_PARAMETER, useOwnQueue } from '../../display/use-own-queue.ts';
import { ReviewReport } from '../../features/review-report/review-report.tsx';
import { arrange, readView, writeView } from '../../features/watch-round/model/list-view.ts';
import type { RoundSelfReports } from '../../server/contract-shapes.ts';
import { roundReportsQuery } from '../../server/rounds.ts';
import { selfReportQuery } from '../../server/self-reports.ts';
import { placeInList } from '../model/neighbours.ts';

/**
 * The order one came with, held while one goes through it: a decision moves its report to the end of the list, and the next one
 * must still be the next.
 */
function useQueue(data: RoundSelfReports | undefined, key: string, query: URLSearchParams): readonly RoundSelfReport[] {
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: readonly RoundSelfReport[] } | null>(null);
  if (held?.key === key) return held.rows;
  if (data === undefined) return [];
  const rows = arrange(data.selfReports, readView(query));
  setHeld({ key, rows });
  return rows;
}

/** Joins the review of one report with the list it was opened from: the same filter decides who comes next. */
export function ReviewRoute() {
  usePageTexts(reviewTexts);
  const { roundId = '', reportId = '' } = useParams();
  const { t } = useTranslation('frame');
  const [query] = useSearchParams();
  const report = useQuery(selfReportQuery(reportId));
  const list = useQuery(roundReportsQuery(roundId));
  // Only the list's own filters travel; an open panel belongs to this report.
  const group = query.get(GROUPING_PARAMETER);
  const mine = query.get(OWN_QUEUE_PARAMETER);
  const listQuery = writeView(
    readView(query),
    new URLSearchParams({
      ...(group === null ? {} : { [GROUPING_PARAMETER]: group }),
      ...(mine === null ? {} : { [OWN_QUEUE_PARAMETER]: mine }),
    }),
  ).toString();
  const queue = useQueue(list.data, `${roundId}?${listQuery}`, query);
  const grouping = useGroupingFilter();
  const own = useOwnQueue(roundId);
  const place = useMemo(
    () =>
      placeInList(
        queue.filter((row) => grouping.includes(row.schoolId) && own.includes(row)),
        reportId,
      ),
    [queue, grouping, own, reportId],
  );
  const withQuery = (path: string) => (listQuery === '' ? path : `${path}?${listQuery}`);
  const linkTo = (id: string | null) => (id === null ? null : withQuery(`/rounds/${roundId}/reports/${id}`));
  return (
    <Loaded query={report}>
      {(data) => (
        <>
          <title>{`${data.school.name} · ${t('product')}`}</title>
          <ReviewReport
            key={data.id}
            report={data}
            risk={list.data?.selfReports.find((row) => row.selfReportId === data.id)?.risk ?? null}
            neighbours={{
              list: withQuery(`/rounds/${roundId}`),
              previous: linkTo(place.previous),
              next: linkTo(place.next),
              place: place.place,
              total: place.total,
            }}
          />
        </>
      )}
    </Loaded>
  );
}
