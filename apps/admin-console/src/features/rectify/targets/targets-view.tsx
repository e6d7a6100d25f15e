import type { AnnualTarget } from '@junheng/api-contract';
import { groupedDigits, text as words } from '@junheng/evaluation-messages';
import { targetPlaceText } from '@junheng/evaluation-messages/ledger';
import { Button, EmptyState, StatusTag, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../display/use-format.ts';
import { useMay } from '../../../display/use-may.ts';
import { usePerson } from '../../../display/use-person.ts';
import '../rectify.css';
import { numberBeside } from './model/number-beside.ts';
import { WithdrawTargetDialog } from './withdraw-target-dialog.tsx';

const TONES = { reached: 'success', 'under-way': 'info', missed: 'danger', unknown: 'neutral' } as const;
const SIGNS = { 'at-least': '≥', 'at-most': '≤' } as const;

/** A year's targets: where each number was, where approved data have it now, and where it shall be. */
export function TargetsView({ targets }: { readonly targets: readonly AnnualTarget[] }) {
  const { t } = useTranslation('targets');
  const { language } = useLanguage();
  const { day } = useFormat();
  const person = usePerson();
  const manages = useMay()('rectifications.manage');
  const [withdrawing, setWithdrawing] = useState<AnnualTarget | null>(null);
  if (targets.length === 0) {
    return <EmptyState title={t('empty')} description={manages ? t('emptyHelp') : undefined} />;
  }
  const nameOf = ({ place, school }: AnnualTarget) =>
    [school?.name, targetPlaceText(language, place)].filter(Boolean).join(' · ');
  const numberOf = (number: AnnualTarget['now'], { value, unit }: AnnualTarget) =>
    number === null || number.value === null
      ? null
      : numberBeside(number.value, value, unit === 'school' ? 0 : undefined);
  return (
    <div className="jc-ledger__list">
      <ListTable
        person={person}
        table="annual-targets"
        caption={t('title')}
        fileName={t('title')}
        rows={targets}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'indicator',
            title: t('column.indicator'),
            value: nameOf,
            head: true,
            render: (target) => (
              <>
                {nameOf(target)}
                <span className="ev-table__aside">
                  {[words(language, `edition.${target.editionId}`), target.document].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          { id: 'year', title: t('column.year'), value: ({ year }) => String(year) },
          {
            id: 'baseline',
            title: t('column.baseline'),
            value: (target) => numberOf(target.baseline, target),
            render: (target) => (
              <>
                {numberOf(target.baseline, target) ?? '—'}
                {target.baselineYear === null ? null : (
                  <span className="ev-table__aside">{t('ofYear', { year: target.baselineYear })}</span>
                )}
              </>
            ),
          },
          {
            id: 'now',
            title: t('column.now'),
            value: (target) => numberOf(target.now, target),
            render: (target) => <CurrentNumber target={target} shown={numberOf(target.now, target)} />,
          },
          {
            id: 'target',
            title: t('column.target'),
            value: ({ comparator, value, unit }) =>
              [SIGNS[comparator], groupedDigits(value), unit === null ? '' : words(language, `unit.${unit}`)]
                .join(' ')
                .trim(),
            render: ({ comparator, value, unit }) => (
              <>
                <span className="jc-nowrap">{`${SIGNS[comparator]} ${groupedDigits(value)}`}</span>
                {unit === null ? null : <span className="ev-table__aside">{words(language, `unit.${unit}`)}</span>}
              </>
            ),
          },
          {
            id: 'dueOn',
            title: t('column.dueOn'),
            value: ({ dueOn }) => dueOn,
            render: ({ dueOn }) => <span className="jc-nowrap">{day(dueOn)}</span>,
          },
          {
            id: 'state',
            title: t('column.state'),
            value: ({ state, withdrawn }) => (withdrawn === null ? t(`state.${state}`) : t('withdrawn')),
            render: ({ state, withdrawn }) =>
              withdrawn === null ? (
                <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
              ) : (
                <>
                  <StatusTag>{t('withdrawn')}</StatusTag>
                  <span className="ev-table__aside">{withdrawn.reason}</span>
                </>
              ),
          },
          ...(manages
            ? [
                {
                  id: 'act',
                  title: t('column.act'),
                  value: () => null,
                  render: (target: AnnualTarget) =>
                    target.withdrawn === null ? (
                      <span className="jc-nowrap">
                        <Button variant="quiet" size="small" onClick={() => setWithdrawing(target)}>
                          {t('withdraw.action')}
                        </Button>
                      </span>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {withdrawing === null ? null : <WithdrawTargetDialog target={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  );
}

/** What the newest approved data say, and why. */
function CurrentNumber({ target, shown }: { readonly target: AnnualTarget; readonly shown: string | null }) {
  const { t } = useTranslation('targets');
  const { evaluation } = target;
  if (evaluation === null) return <>—</>;
  return (
    <>
      {shown === null ? (
        '—'
      ) : (
        <Link className="jc-table__link" to={`/rounds/${evaluation.roundId}/evaluations/${evaluation.id}`}>
          {shown}
        </Link>
      )}
      <span className="ev-table__aside">{t('ofYear', { year: evaluation.year })}</span>
    </>
  );
}
