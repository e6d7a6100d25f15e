import type { RoundSelfReport } from '@junheng/api-contract';
import { Button, EmptyState, Notice } from '@junheng/ui/plain';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { GROUPING_PARAMETER, useGroupingFilter } from '../../display/use-grouping-filter.ts';
import { useDecidesFor } from '../../display/use-decides-for.ts';
import { useFormat } from '../../display/use-format.ts';
import { OWN_QUEUE_PARAMETER, useOwnQueue } from '../../display/use-own-queue.ts';
import { useMay } from '../../display/use-may.ts';
import type { RoundSelfReports } from '../../server/contract-shapes.ts';
import { AssignReviewersDialog } from './assign-reviewers-dialog.tsx';
import { ApproveManyDialog } from './approve-many-dialog.tsx';
import { ExtendDeadlineDialog } from './extend-deadline-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import {
  arrange,
  initialView,
  readView,
  schoolTypes,
  townsOf,
  writeView,
  type ListView,
  type SortKey,
} from './model/list-view.ts';
import { PartNotice } from './part-notice.tsx';
import { ProgressStrip } from './progress-strip.tsx';
import { SchoolTable } from './school-table.tsx';

export interface RoundProgressProps {
  readonly data: RoundSelfReports;
  readonly hrefOf: (row: RoundSelfReport, query: string) => string;
}

/** More lines than this are not painted at once: the filter is the way to them. */
const MOST_ROWS = 500;
const textColumns: ReadonlySet<SortKey> = new Set<SortKey>(['name', 'town', 'type', 'deadline']);

/** The round at a glance and one line a school. */
export function RoundProgress({ data, hrefOf }: RoundProgressProps) {
  const { t } = useTranslation('round');
  const may = useMay();
  const decidesFor = useDecidesFor();
  const decides = data.round.reviewLevels.some((level) => decidesFor.includes(level));
  const { day } = useFormat();
  const [query, setQuery] = useSearchParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [approving, setApproving] = useState(false);
  const [dividing, setDividing] = useState(false);
  const [extending, setExtending] = useState<RoundSelfReport | null>(null);
  const [extended, setExtended] = useState<string | null>(null);
  const view = useMemo(() => readView(query), [query]);
  const settled = useDeferredValue(view);
  const grouping = useGroupingFilter();
  const own = useOwnQueue(data.round.id);
  const rows = useMemo(
    () => arrange(data.selfReports, settled).filter((row) => grouping.includes(row.schoolId) && own.includes(row)),
    [data.selfReports, settled, grouping, own],
  );
  const towns = useMemo(() => townsOf(data.selfReports), [data.selfReports]);
  const show = (next: ListView) => setQuery(writeView(next, query), { replace: true });
  const clear = () => {
    const cleared = writeView({ ...initialView, sort: view.sort, descending: view.descending }, query);
    cleared.delete(GROUPING_PARAMETER);
    cleared.delete(OWN_QUEUE_PARAMETER);
    setQuery(cleared, { replace: true });
  };
  const narrow = (narrowed: boolean) => {
    const next = new URLSearchParams(query);
    if (narrowed) next.set(OWN_QUEUE_PARAMETER, '1');
    else next.delete(OWN_QUEUE_PARAMETER);
    setQuery(next, { replace: true });
  };
  const selection = data.selfReports.filter((row) => picked.has(row.selfReportId));
  const shownRows = rows.slice(0, MOST_ROWS);
  const total = data.selfReports.length;
  const queryText = query.toString();

  return (
    <div className="jc-stack">
      <PartNotice round={data.round} />
      <ProgressStrip
        round={data.round}
        chosen={view.statuses}
        onToggle={(status) =>
          show({
            ...view,
            statuses: view.statuses.includes(status)
              ? view.statuses.filter((each) => each !== status)
              : [...view.statuses, status],
          })
        }
      />
      {may('rounds.manage') ? (
        <div>
          <Button size="small" onClick={() => setDividing(true)}>
            {t('assign.open')}
          </Button>
        </div>
      ) : null}
      {extended === null ? null : (
        <Notice tone="success" role="status">
          {extended}
        </Notice>
      )}
      {total === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyHelp')} />
      ) : (
        <>
          <FilterBar
            view={view}
            towns={towns}
            shown={rows.length}
            total={total}
            onChange={show}
            onClear={clear}
            own={own.offered ? { narrowed: query.get(OWN_QUEUE_PARAMETER) === '1', onNarrow: narrow } : null}
          />
          {rows.length === 0 ? (
            <EmptyState
              title={t('noMatch')}
              description={t('noMatchHelp')}
              action={<Button onClick={clear}>{t('clear')}</Button>}
            />
          ) : (
            <SchoolTable
              rows={shownRows}
              levels={data.round.reviewLevels.length}
              view={view}
              hrefOf={(row) => hrefOf(row, queryText)}
              picked={may('reviews.decide') && decides ? picked : null}
              onPick={setPicked}
              onExtend={may('rounds.manage') ? setExtending : null}
              onSort={(key) =>
                show({ ...view, sort: key, descending: view.sort === key ? !view.descending : !textColumns.has(key) })
              }
            />
          )}
          {rows.length > MOST_ROWS ? <Notice tone="info">{t('tooMany', { shown: MOST_ROWS })}</Notice> : null}
        </>
      )}
      {selection.length === 0 ? null : (
        <div className="jc-actionbar" role="region" aria-label={t('picked', { count: selection.length })}>
          <b>{t('picked', { count: selection.length })}</b>
          <Button variant="quiet" size="small" onClick={() => setPicked(new Set())}>
            {t('unpick')}
          </Button>
          <Button variant="primary" size="small" onClick={() => setApproving(true)}>
            {t('approvePicked')}
          </Button>
        </div>
      )}
      {dividing ? (
        <AssignReviewersDialog
          roundId={data.round.id}
          editionId={data.round.editionId}
          towns={towns}
          types={schoolTypes.filter((type) => data.selfReports.some((row) => row.type === type))}
          onClose={() => setDividing(false)}
        />
      ) : null}
      {approving ? (
        <ApproveManyDialog
          roundId={data.round.id}
          selection={selection}
          onClose={(done) => {
            setApproving(false);
            if (done) setPicked(new Set());
          }}
        />
      ) : null}
      {extending === null ? null : (
        <ExtendDeadlineDialog
          key={extending.schoolId}
          roundId={data.round.id}
          row={extending}
          onClose={(to) => {
            if (to !== null) setExtended(t('extension.done', { name: extending.schoolName, day: day(to) }));
            setExtending(null);
          }}
        />
      )}
    </div>
  );
}
