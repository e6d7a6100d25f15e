import type { CvChange, CvSummary } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { besideLimit, fractionOfNumber, OutcomeMark, roundedText, toneOfOutcome } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../display/use-person.ts';
import { useCausesText } from './causes-text.tsx';

const DIGITS = 3;

function shown(cv: CvSummary | null): string {
  const value = cv?.cv == null ? null : fractionOfNumber(cv.cv);
  if (cv === null || value === null) return '—';
  return cv.limit === ''
    ? roundedText(value, DIGITS)
    : besideLimit({ value, limit: cv.limit, good: 'at-most', outcome: cv.outcome, digits: DIGITS });
}

/** Difference coefficients (差异系数) before and after, and because of what. */
export function ChangedCoefficients(props: {
  readonly changes: readonly CvChange[];
  readonly nameOf: (schoolId: string) => string;
}) {
  const { t } = useTranslation('compare');
  const { language } = useLanguage();
  const person = usePerson();
  const because = useCausesText(props.nameOf);
  return (
    <ListTable
      person={person}
      table="changed-coefficients"
      caption={t('cvs')}
      fileName={t('cvs')}
      rows={props.changes}
      rowKey={(row) => `${row.stage} ${row.indicatorId}`}
      columns={[
        {
          id: 'indicator',
          title: t('column.indicator'),
          value: (row) => words(language, `indicator.${row.indicatorId}`),
          head: true,
        },
        { id: 'stage', title: t('column.stage'), value: (row) => words(language, `stage.${row.stage}`) },
        {
          id: 'before',
          title: t('column.before'),
          value: (row) => row.before?.cv ?? null,
          render: (row) => shown(row.before),
          numeric: true,
        },
        {
          id: 'after',
          title: t('column.after'),
          value: (row) => row.after?.cv ?? null,
          render: (row) => shown(row.after),
          numeric: true,
        },
        {
          id: 'outcome',
          title: t('column.outcome'),
          value: (row) =>
            `${words(language, `outcome.${row.before?.outcome ?? 'not-applicable'}`)} → ${words(language, `outcome.${row.after?.outcome ?? 'not-applicable'}`)}`,
          render: (row) =>
            row.before?.outcome === row.after?.outcome ? (
              <OutcomeMark tone={toneOfOutcome(row.after?.outcome ?? 'not-applicable')} />
            ) : (
              <>
                <OutcomeMark tone={toneOfOutcome(row.before?.outcome ?? 'not-applicable')} /> →{' '}
                <OutcomeMark tone={toneOfOutcome(row.after?.outcome ?? 'not-applicable')} />
              </>
            ),
        },
        { id: 'because', title: t('column.because'), value: (row) => because(row.becauseOf) },
      ]}
    />
  );
}
