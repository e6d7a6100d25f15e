import { expectedAttainments, countyPartStatuses, type CountyOverview as Overview } from '@junheng/api-contract';
import { splitCellKey, type Edition } from '@junheng/evaluation-core';
import { cellName, text as words, unitOfItem } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { Button, EmptyState, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { editionQuery } from '../../server/editions.ts';
import {
  matches,
  overviewOutcomes,
  readOverviewView,
  unitsOf,
  writeOverviewView,
  type OverviewView,
} from './model/overview-view.ts';
import { OverviewTable } from './overview-table.tsx';

export interface CountyOverviewProps {
  readonly overview: Overview;
  /** Of the workbook with the same lines. */
  readonly exportHref: string;
}

/** The table of 责任科室 as counties keep it: who answers for what, where it stands, what is done next. */
export function CountyOverviewPage(props: CountyOverviewProps) {
  const query = useQuery(editionQuery(props.overview.round.editionId));
  return <Loaded query={query}>{(edition) => <Lines {...props} edition={edition} />}</Loaded>;
}

function Lines({ overview, exportHref, edition }: CountyOverviewProps & { readonly edition: Edition }) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const view = readOverviewView(query);
  const units = useMemo(() => unitsOf(overview.rows), [overview.rows]);
  const rows = overview.rows.filter((row) => matches(view, row));
  const show = (changed: Partial<OverviewView>): void =>
    setQuery(writeOverviewView({ ...view, ...changed }, query), { replace: true });
  const choice = (
    name: keyof OverviewView,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <select
      className="jh-input jc-filters__select"
      aria-label={label}
      value={view[name] ?? ''}
      onChange={(event) => {
        const next = new URLSearchParams(query);
        if (event.target.value === '') next.delete(name);
        else next.set(name, event.target.value);
        setQuery(next, { replace: true });
      }}
    >
      <option value="">{t('overview.all', { what: label })}</option>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  const column = (id: string): string => words(language, `county-overview.column.${id}`);
  return (
    <div className="jc-stack">
      <ul className="jc-county__units" aria-label={t('overview.bySection')}>
        {units.map(({ id, name, rows: all, met }) => (
          <li key={id}>
            <button
              type="button"
              className="jc-tab"
              aria-pressed={view.unit === id}
              onClick={() => show({ unit: view.unit === id ? null : id })}
            >
              {name ?? words(language, 'county-overview.bureau')}{' '}
              <span className="jc-tab__count">{t('overview.metOf', { met, all })}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="jc-filters" role="search" aria-label={t('overview.filters')}>
        {choice(
          'unit',
          column('unit'),
          units.map(({ id, name }) => ({ value: id, label: name ?? words(language, 'county-overview.bureau') })),
        )}
        {choice(
          'outcome',
          column('value'),
          overviewOutcomes.map((value) => ({ value, label: words(language, `outcome.${value}`) })),
        )}
        {choice(
          'expected',
          column('expected'),
          expectedAttainments.map((value) => ({ value, label: words(language, `county-expected.${value}`) })),
        )}
        {choice(
          'status',
          column('status'),
          countyPartStatuses.map((value) => ({ value, label: words(language, `county-part.${value}`) })),
        )}
        <span className="jc-filters__count" role="status">
          {t('overview.shown', { shown: rows.length, total: overview.rows.length })}
        </span>
        <span className="jc-inline jc-county__noprint">
          <a className="jh-button" href={exportHref} download>
            {t('overview.export')}
          </a>
          <Button onClick={() => print()}>{t('overview.print')}</Button>
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={t('overview.none')}
          action={
            <Button onClick={() => show({ unit: null, status: null, expected: null, outcome: null })}>
              {t('overview.clear')}
            </Button>
          }
        />
      ) : (
        <OverviewTable rows={rows} edition={edition} roundId={overview.round.id} reportId={overview.reportId} />
      )}
      {overview.totals.length === 0 ? null : (
        <details className="jc-county__totals">
          <summary>{t('overview.totals', { counted: overview.countedSchools, schools: overview.schoolCount })}</summary>
          <dl>
            {overview.totals.map(({ cell, total, missing }) => {
              const { itemId } = splitCellKey(cell);
              const unit = edition.items.find(({ id }) => id === itemId)?.unit ?? null;
              return (
                <div key={cell}>
                  <dt>{cellName(language, cell)}</dt>
                  <dd>
                    {cellText(language, cell, total, unit)} {unitOfItem(language, itemId, unit, total)}
                    {missing === 0 ? null : (
                      <span className="ev-muted"> {t('overview.totalMissing', { count: missing })}</span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </details>
      )}
    </div>
  );
}
