import type { Edition } from '@junheng/evaluation-core';
import { arrangeSchoolRows, SchoolIndicatorTable, type SchoolRow, type SchoolRowsView } from '@junheng/evaluation-ui';
import { text as words } from '@junheng/evaluation-messages';
import { EmptyState, Notice, useLanguage } from '@junheng/ui/plain';
import { ColumnMenu, ExportButton, useColumnChoice } from '@junheng/ui/table';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readSchools, writeSchools } from './model/county-query.ts';
import { GroupingFilter } from '../../display/grouping-filter.tsx';
import { useGroupingFilter } from '../../display/use-grouping-filter.ts';
import { usePerson } from '../../display/use-person.ts';
import { schoolSheet } from './model/school-sheet.ts';
import { SchoolFilters } from './school-filters.tsx';

export interface CountySchoolsProps {
  readonly rows: readonly SchoolRow[];
  readonly edition: Edition;
  readonly stages: readonly string[];
  readonly openPath: string | null;
  readonly onWhy: (path: string) => void;
}

const MOST_ROWS = 600;

/** Every school-stage with its seven values, filtered and sorted from the URL. */
export function CountySchools({ rows, edition, stages, openPath, onWhy }: CountySchoolsProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const choice = useColumnChoice(usePerson(), 'county-schools');
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readSchools(query), [query]);
  const settled = useDeferredValue(view);
  const grouping = useGroupingFilter();
  const arranged = useMemo(
    () => arrangeSchoolRows(rows, settled).filter(({ evaluation }) => grouping.includes(evaluation.schoolId)),
    [rows, settled, grouping],
  );
  const towns = useMemo(
    () => [...new Set(rows.flatMap((row) => row.townName ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN')),
    [rows],
  );
  const indicators = edition.indicators.map((indicator) => indicator.id);
  const shown = indicators.filter((id) => !choice.hidden.has(id));
  const show = (next: SchoolRowsView) =>
    setQuery(writeSchools(next, query), { replace: true, preventScrollReset: true });
  return (
    <>
      <SchoolFilters
        view={view}
        stages={stages}
        towns={towns}
        indicators={indicators}
        shown={arranged.length}
        total={rows.length}
        onChange={show}
      />
      <div className="jh-table-tools">
        <GroupingFilter />
        <ColumnMenu
          columns={indicators.map((id) => ({ id, title: words(language, `indicator.${id}`) }))}
          choice={choice}
        />
        <ExportButton
          fileName={t('county.schools')}
          sheet={() =>
            schoolSheet(arranged, shown, {
              name: t('county.schools'),
              words: (key) => words(language, key),
              title: (column) => t(`sheet.${column}`),
            })
          }
        />
      </div>
      {arranged.length === 0 ? (
        <EmptyState title={t('county.none')} />
      ) : (
        <SchoolIndicatorTable
          rows={arranged.slice(0, MOST_ROWS)}
          indicators={shown}
          stages={stages}
          digits={edition.display.indicatorDecimals}
          sort={view.sort}
          descending={view.descending}
          openPath={openPath}
          onWhy={onWhy}
          // Numbers begin with the smallest: the trouble is there.
          onSort={(sort) => show({ ...view, sort, descending: view.sort === sort ? !view.descending : false })}
        />
      )}
      {arranged.length > MOST_ROWS ? <Notice tone="info">{t('county.tooMany', { shown: MOST_ROWS })}</Notice> : null}
    </>
  );
}
