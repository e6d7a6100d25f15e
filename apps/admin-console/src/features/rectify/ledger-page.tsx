import type { Rectifications } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, EmptyState, Notice, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../../display/use-may.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { LedgerTabs } from './ledger-tabs.tsx';
import {
  choicesOf,
  filtered,
  ledgerParameters,
  RECTIFICATION_KINDS,
  statusFilters,
  type Choice,
  type LedgerParameter,
} from './model/ledger.ts';
import { ledgerWorkbookUrl } from '../../server/rectifications.ts';
import { RaiseDialog } from './raise-dialog.tsx';
import './rectify.css';

const SOURCES = ['evaluation', 'finding', 'letter', 'own'] as const;

/** The ledger (整改台账): its filters stand in the address. */
export function LedgerPage({ rows, more }: Rectifications) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const manages = useMay()('rectifications.manage');
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'assign' | 'raise' | null>(null);
  const shown = filtered(rows, address);
  const counties = choicesOf(rows, ({ county }) => county);
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((each) => each !== id)));
  const set = (name: LedgerParameter, value: string) => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true });
  };
  const select = (name: LedgerParameter, options: readonly Choice[]) =>
    options.length < 2 && address.get(name) === null ? null : (
      <select
        className="jh-input jc-filters__select"
        aria-label={t(`filter.${name}`)}
        value={address.get(name) ?? ''}
        onChange={(event) => set(name, event.target.value)}
      >
        <option value="">{t(`any.${name}`)}</option>
        {options.map(({ id, name: label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    );
  const given = rows.filter(({ id, status }) => chosen.has(id) && status !== 'closed');
  const open = shown.filter(({ status }) => status !== 'closed');
  return (
    <div className="jc-stack jc-ledger">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            {manages ? <Button onClick={() => setDialog('raise')}>{t('raise.title')}</Button> : null}
            <Button onClick={() => globalThis.print()}>{t('print')}</Button>
            {rows.length === 0 ? null : (
              <a className="jh-button" href={ledgerWorkbookUrl(language, address.get('county'))} download>
                {t('workbook')}
              </a>
            )}
            {manages ? (
              <Button variant="primary" disabled={given.length === 0} onClick={() => setDialog('assign')}>
                {given.length === 0 ? t('assign.none') : t('assign.some', { count: given.length })}
              </Button>
            ) : null}
          </>
        }
      />
      <LedgerTabs />
      {more ? <Notice tone="warning">{t('more', { count: rows.length })}</Notice> : null}
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} description={manages ? t('emptyHelp') : t('emptyReader')} />
      ) : (
        <div className="jc-ledger__list">
          <LedgerTable
            rows={shown}
            severalCounties={counties.length > 1}
            chosen={manages ? chosen : null}
            onChoose={choose}
            filters={
              <>
                {select(
                  'status',
                  statusFilters.map((id) => ({ id, name: t(`statusFilter.${id}`) })),
                )}
                {select('county', counties)}
                {select(
                  'source',
                  SOURCES.map((id) => ({ id, name: words(language, `rectification-source.${id}`) })),
                )}
                {select(
                  'kind',
                  RECTIFICATION_KINDS.map((id) => ({ id, name: words(language, `rectification-kind.${id}`) })),
                )}
                {select(
                  'unit',
                  choicesOf(rows, ({ responsible: { unit, school } }) => unit ?? school),
                )}
                {select(
                  'school',
                  choicesOf(rows, ({ school }) => school),
                )}
                {ledgerParameters.every((name) => address.get(name) === null) ? null : (
                  <Button variant="quiet" size="small" onClick={() => setAddress({}, { replace: true })}>
                    {t('clear')}
                  </Button>
                )}
                {manages && open.length > 1 ? (
                  <Button
                    variant="quiet"
                    size="small"
                    onClick={() => setChosen(new Set(given.length === open.length ? [] : open.map(({ id }) => id)))}
                  >
                    {given.length === open.length ? t('chooseNone') : t('chooseAll', { count: open.length })}
                  </Button>
                ) : null}
              </>
            }
          />
        </div>
      )}
      {dialog === 'assign' ? (
        <AssignDialog
          rows={given}
          onClose={() => setDialog(null)}
          onAssigned={() => {
            setChosen(new Set());
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'raise' ? <RaiseDialog rows={rows} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
