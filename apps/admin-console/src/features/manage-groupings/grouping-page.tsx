import type { GroupingDetail, RegisteredSchool } from '@junheng/api-contract';
import { Button, EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { ChangeGroupingDialog, EndGroupingDialog, SetMembersDialog } from './grouping-dialogs.tsx';

export interface GroupingPageProps {
  readonly grouping: GroupingDetail;
  readonly schools: readonly RegisteredSchool[];
}

/** One area or school group: its leader, its schools now and before. */
export function GroupingPage({ grouping, schools }: GroupingPageProps) {
  const { t } = useTranslation(['groupings', 'display']);
  const { day } = useFormat();
  const manages = useMay()('organisations.manage');
  const [act, setAct] = useState<'change' | 'members' | 'end' | null>(null);
  const close = () => setAct(null);
  const since = t('since', { day: day(grouping.startsOn) });
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/groupings">{t('back')}</Link>}
        title={grouping.name}
        subtitle={[
          t(`grouping.kind.${grouping.kind}`, { ns: 'display' }),
          grouping.leaderName === null ? null : t('ledBy', { name: grouping.leaderName }),
          since,
        ]
          .filter(Boolean)
          .join(' · ')}
        tags={
          grouping.endsOn === null ? undefined : (
            <StatusTag tone="warning">{t('ended', { day: day(grouping.endsOn) })}</StatusTag>
          )
        }
        actions={<Link to={`/schools?group=${grouping.id}`}>{t('showSchools')}</Link>}
      />
      {manages && grouping.endsOn === null ? (
        <div className="jc-filters" role="group" aria-label={t('acts')}>
          {(['members', 'change', 'end'] as const).map((each) => (
            <Button key={each} size="small" onClick={() => setAct(each)}>
              {t(`act.${each}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {grouping.members.length === 0 ? (
        <EmptyState title={t('members.none')} />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table">
            <caption className="jh-visually-hidden">{t('members.label')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('members.school')}</th>
                <th scope="col">{t('members.from')}</th>
                <th scope="col">{t('members.to')}</th>
              </tr>
            </thead>
            <tbody>
              {grouping.members.map((member) => (
                <tr key={`${member.schoolId} ${member.startsOn}`}>
                  <th scope="row" className="ev-table__name">
                    <Link to={`/schools/${member.schoolId}`}>{member.schoolName}</Link>{' '}
                    {member.part === 'core' ? <StatusTag tone="info">{t('members.coreTag')}</StatusTag> : null}
                  </th>
                  <td className="jc-nowrap">{day(member.startsOn)}</td>
                  <td className="jc-nowrap">{member.endsOn === null ? t('members.now') : day(member.endsOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {act === 'change' ? <ChangeGroupingDialog grouping={grouping} onClose={close} /> : null}
      {act === 'members' ? <SetMembersDialog grouping={grouping} schools={schools} onClose={close} /> : null}
      {act === 'end' ? <EndGroupingDialog grouping={grouping} onClose={close} /> : null}
    </div>
  );
}
