import type { Grouping, Region, RegisteredSchool } from '@junheng/api-contract';
import { Button, EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { OpenGroupingDialog } from './open-grouping-dialog.tsx';

export interface GroupingListProps {
  readonly groupings: readonly Grouping[];
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
}

/** Areas and school groups: who leads them, how many schools, since when. */
export function GroupingList({ groupings, regions, schools }: GroupingListProps) {
  const { t } = useTranslation(['groupings', 'display']);
  const { day } = useFormat();
  const manages = useMay()('organisations.manage');
  const [opening, setOpening] = useState(false);
  const regionName = (id: string) => regions.find((region) => region.id === id)?.name ?? '';
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          manages ? (
            <Button variant="primary" onClick={() => setOpening(true)}>
              {t('open')}
            </Button>
          ) : null
        }
      />
      {groupings.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards jc-cards--flow">
            <caption className="jh-visually-hidden">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.kind')}</th>
                <th scope="col">{t('column.leader')}</th>
                <th scope="col" className="ev-number">
                  {t('column.schools')}
                </th>
                <th scope="col">{t('column.since')}</th>
              </tr>
            </thead>
            <tbody>
              {groupings.map((grouping) => (
                <tr key={grouping.id}>
                  <th scope="row" className="ev-table__name">
                    <Link to={`/groupings/${grouping.id}`}>{grouping.name}</Link>{' '}
                    {grouping.endsOn === null ? null : (
                      <StatusTag>{t('ended', { day: day(grouping.endsOn) })}</StatusTag>
                    )}
                    <span className="ev-table__aside">{regionName(grouping.regionId)}</span>
                  </th>
                  <td>{t(`grouping.kind.${grouping.kind}`, { ns: 'display' })}</td>
                  <td>{grouping.leaderName ?? '—'}</td>
                  <td className="ev-number" data-label={t('column.schools')}>
                    {grouping.schoolIds.length}
                  </td>
                  <td className="jc-nowrap" data-label={t('column.since')}>
                    {day(grouping.startsOn)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opening ? <OpenGroupingDialog regions={regions} schools={schools} onClose={() => setOpening(false)} /> : null}
    </div>
  );
}
