import type { CountyStanding, WarningThresholds } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeMark, percent, toneOfOutcome } from '@junheng/evaluation-ui';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../display/use-person.ts';
import { warned } from './model/ranking.ts';

const DIGITS = 3;
const YEARS_AHEAD = [1, 2, 3, 5, 10];
const MARGINS = [0, 0.02, 0.05, 0.1, 0.2];

/** Who passes now and is moving toward failing, and by which number. */
export function EarlyWarnings(props: {
  readonly counties: readonly CountyStanding[];
  readonly thresholds: WarningThresholds;
  readonly onChange: (thresholds: WarningThresholds) => void;
}) {
  const { counties, thresholds, onChange } = props;

  const { t } = useTranslation('standings');
  const { language } = useLanguage();
  const person = usePerson();
  const rows = useMemo(() => warned(counties), [counties]);
  const choice = (
    label: string,
    value: number,
    options: readonly number[],
    set: (value: number) => void,
    nameOf: (value: number) => string,
  ) => (
    <label className="jc-inline">
      {label}
      <select
        className="jh-input jc-filters__select"
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      >
        {options.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div className="jc-filters">
        {choice(
          t('ahead'),
          thresholds.yearsAhead,
          YEARS_AHEAD,
          (yearsAhead) => onChange({ ...thresholds, yearsAhead }),
          (years) => t('aheadYears', { count: years }),
        )}
        {choice(
          t('near'),
          thresholds.margin,
          MARGINS,
          (margin) => onChange({ ...thresholds, margin }),
          (margin) => (margin === 0 ? t('nearOff') : t('nearWithin', { share: `${Math.round(margin * 100)}%` })),
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('noWarnings')} />
      ) : (
        <ListTable
          person={person}
          table="early-warnings"
          caption={t('warnings')}
          fileName={t('warnings')}
          rows={rows}
          rowKey={({ county, warning }) => `${county.regionId} ${warning.stage} ${warning.indicatorId}`}
          mostRows={50}
          columns={[
            {
              id: 'county',
              title: t('column.county'),
              head: true,
              value: ({ county }) => county.name,
              render: ({ county, warning }) => {
                const now = county.years[0];
                return now == null ? (
                  county.name
                ) : (
                  <Link
                    className="jc-table__link"
                    to={`/rounds/${now.roundId}/evaluations/${now.evaluationId}?at=${warning.stage}.${warning.indicatorId}`}
                  >
                    {county.name}
                  </Link>
                );
              },
            },
            {
              id: 'passes',
              title: t('column.passes'),
              value: ({ county }) =>
                words(language, `outcome.${county.years[0]?.resourceAllocation ?? 'not-applicable'}`),
              render: ({ county }) => (
                <OutcomeMark tone={toneOfOutcome(county.years[0]?.resourceAllocation ?? 'not-applicable')} />
              ),
            },
            {
              id: 'indicator',
              title: t('column.indicator'),
              value: ({ warning }) => words(language, `indicator.${warning.indicatorId}`),
            },
            {
              id: 'stage',
              title: t('column.stage'),
              value: ({ warning }) => words(language, `stage.${warning.stage}`),
            },
            {
              id: 'before',
              title: t('column.beforeValue'),
              value: ({ warning }) => warning.before,
              render: ({ warning }) =>
                warning.before === null
                  ? '—'
                  : t('yearValue', { value: warning.before.toFixed(DIGITS), year: warning.sinceYear }),
              numeric: true,
            },
            {
              id: 'now',
              title: t('column.now'),
              value: ({ warning }) => warning.now,
              render: ({ warning }) => warning.now.toFixed(DIGITS),
              numeric: true,
            },
            { id: 'limit', title: t('column.limit'), value: ({ warning }) => Number(warning.limit), numeric: true },
            {
              id: 'left',
              title: t('column.left'),
              value: ({ warning }) => warning.marginLeft,
              render: ({ warning }) => percent(warning.marginLeft),
              numeric: true,
            },
            {
              id: 'years',
              title: t('column.years'),
              value: ({ warning }) => warning.yearsLeft,
              render: ({ warning }) =>
                warning.yearsLeft === null ? '—' : t('yearsLeft', { count: warning.yearsLeft }),
            },
          ]}
        />
      )}
    </>
  );
}
