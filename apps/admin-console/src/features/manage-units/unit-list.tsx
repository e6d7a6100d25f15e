import type { Person, Region, Unit } from '@junheng/api-contract';
import { Button, EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { CloseUnitDialog, OpenUnitDialog, RenameUnitDialog } from './unit-dialogs.tsx';

export interface UnitListProps {
  readonly units: readonly Unit[];
  readonly regions: readonly Region[];
  /** Null for whoever may not see people. */
  readonly people: readonly Person[] | null;
}

type Open = { readonly what: 'open' } | { readonly what: 'rename' | 'close'; readonly unit: Unit };

/** Sections, departments, town governments and offices, with who works there. */
export function UnitList({ units, regions, people }: UnitListProps) {
  const { t } = useTranslation(['units', 'display']);
  const manages = useMay()('organisations.manage');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          manages ? (
            <Button variant="primary" onClick={() => setOpen({ what: 'open' })}>
              {t('open')}
            </Button>
          ) : null
        }
      />
      {units.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards">
            <caption className="jh-visually-hidden">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.kind')}</th>
                {people === null ? null : <th scope="col">{t('column.people')}</th>}
                <th scope="col">{t('column.since')}</th>
                {manages ? <th aria-hidden="true" /> : null}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <UnitRow
                  key={unit.id}
                  unit={unit}
                  parent={units.find(({ id }) => id === unit.parentId)?.name ?? null}
                  region={regions.find(({ id }) => id === unit.regionId)?.name ?? ''}
                  people={people}
                  onAct={manages ? (what) => setOpen({ what, unit }) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.what === 'open' ? <OpenUnitDialog units={units} regions={regions} onClose={close} /> : null}
      {open?.what === 'rename' ? <RenameUnitDialog unit={open.unit} onClose={close} /> : null}
      {open?.what === 'close' ? <CloseUnitDialog unit={open.unit} onClose={close} /> : null}
    </div>
  );
}

interface UnitRowProps {
  readonly unit: Unit;
  readonly parent: string | null;
  readonly region: string;
  readonly people: readonly Person[] | null;
  readonly onAct: ((what: 'rename' | 'close') => void) | null;
}

function UnitRow({ unit, parent, region, people, onAct }: UnitRowProps) {
  const { t } = useTranslation(['units', 'display']);
  const { day } = useFormat();
  const here = (people ?? []).flatMap((person) =>
    person.grants.flatMap(({ place, validTo }) =>
      place.kind === 'unit' && place.unitId === unit.id ? [{ person, validTo }] : [],
    ),
  );
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        {unit.name} {unit.closedOn === null ? null : <StatusTag>{t('closed', { day: day(unit.closedOn) })}</StatusTag>}
        <span className="ev-table__aside">{[parent, region].filter(Boolean).join(' · ')}</span>
      </th>
      <td>{t(`kind.${unit.kind}`)}</td>
      {people === null ? null : (
        <td>
          {here.length === 0 ? (
            <span className="ev-muted">{t('nobody')}</span>
          ) : (
            <ul className="jc-plainlist">
              {here.map(({ person, validTo }) => (
                <li key={person.id}>
                  <Link to={`/people/${person.id}`}>{person.displayName}</Link>
                  {validTo === null ? null : <span className="ev-muted"> {t('until', { day: day(validTo) })}</span>}
                </li>
              ))}
            </ul>
          )}
        </td>
      )}
      <td className="jc-nowrap" data-label={t('column.since')}>
        {day(unit.openedOn)}
      </td>
      {onAct === null ? null : (
        <td className="jc-table__action">
          {unit.closedOn === null ? (
            <>
              <button
                type="button"
                className="jc-quiet"
                aria-label={t('renameOf', { name: unit.name })}
                onClick={() => onAct('rename')}
              >
                {t('rename')}
              </button>
              <button
                type="button"
                className="jc-quiet"
                aria-label={t('closeOf', { name: unit.name })}
                onClick={() => onAct('close')}
              >
                {t('close')}
              </button>
            </>
          ) : null}
        </td>
      )}
    </tr>
  );
}
