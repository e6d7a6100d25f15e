import type { IndicatorChange, IndicatorSummary } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { besideLimit, fractionOfNumber, grouped, OutcomeMark, toneOfIndicator } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../display/use-person.ts';
import { useCausesText } from './causes-text.tsx';

const DIGITS = 2;

function shown(indicator: IndicatorSummary | null): string {
  const value = indicator?.value == null ? null : fractionOfNumber(indicator.value);
  if (indicator === null || value === null) return '—';
  const { threshold: limit, comparator, outcome } = indicator;
  return grouped(besideLimit({ value, limit, good: comparator ?? 'at-least', outcome, digits: DIGITS }));
}

const toneOf = (indicator: IndicatorSummary | null) =>
  indicator === null ? ('not-applicable' as const) : toneOfIndicator(indicator);

/** Indicators of schools whose outcome is another one, with the cells that made it so. */
export function ChangedIndicators(props: {
  readonly changes: readonly IndicatorChange[];
  readonly nameOf: (schoolId: string) => string;
}) {
  const { t } = useTranslation('compare');
  const { language } = useLanguage();
  const person = usePerson();
  const because = useCausesText(props.nameOf);
  const schoolOf = ({ school }: IndicatorChange) => props.nameOf(school.after ?? school.before ?? '');
  return (
    <ListTable
      person={person}
      table="changed-indicators"
      caption={t('indicators')}
      fileName={t('indicators')}
      rows={props.changes}
      rowKey={(row) => `${row.school.before ?? ''} ${row.school.after ?? ''} ${row.stage} ${row.indicatorId}`}
      columns={[
        { id: 'school', title: t('column.school'), value: schoolOf, head: true },
        { id: 'stage', title: t('column.stage'), value: (row) => words(language, `stage.${row.stage}`) },
        {
          id: 'indicator',
          title: t('column.indicator'),
          value: (row) => words(language, `indicator.${row.indicatorId}`),
        },
        {
          id: 'before',
          title: t('column.before'),
          value: (row) => row.before?.value ?? null,
          render: (row) => (
            <>
              {shown(row.before)} <OutcomeMark tone={toneOf(row.before)} />
            </>
          ),
          numeric: true,
        },
        {
          id: 'after',
          title: t('column.after'),
          value: (row) => row.after?.value ?? null,
          render: (row) => (
            <>
              {shown(row.after)} <OutcomeMark tone={toneOf(row.after)} />
            </>
          ),
          numeric: true,
        },
        { id: 'because', title: t('column.because'), value: (row) => because(row.becauseOf) },
      ]}
    />
  );
}
