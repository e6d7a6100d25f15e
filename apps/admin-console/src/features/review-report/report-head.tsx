import type { SelfReport } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, PageHeader, useLanguage } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReportStatus } from '../../display/report-status.tsx';

/** Where this report stands in the list one came from. */
export interface Neighbours {
  readonly list: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** From one; null when it is not in the list. */
  readonly place: number | null;
  readonly total: number;
}

export interface ReportHeadProps {
  readonly report: SelfReport;
  readonly neighbours: Neighbours;
  readonly actions: ReactNode;
  readonly onTimeline: () => void;
}

export function ReportHead({ report, neighbours, actions, onTimeline }: ReportHeadProps) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const { school } = report;
  const facts = [
    school.townName,
    school.code,
    words(language, `school-type.${school.type}`),
    words(language, `option.ownership.${school.ownership}`),
    words(language, `option.locale.${school.locale}`),
  ];
  return (
    <PageHeader
      above={
        <span className="jc-way">
          <Link to={neighbours.list}>{t('back')}</Link>
          <Step to={neighbours.previous} label={t('previous')} sign="‹" />
          {neighbours.place === null ? null : (
            <span>{t('position', { place: neighbours.place, total: neighbours.total })}</span>
          )}
          <Step to={neighbours.next} label={t('next')} sign="›" />
        </span>
      }
      title={school.name}
      tags={<ReportStatus status={report.status} />}
      subtitle={facts.filter(Boolean).join(' · ')}
      actions={
        <>
          <Button onClick={onTimeline}>{t('timeline')}</Button>
          {actions}
        </>
      }
    />
  );
}

function Step({ to, label, sign }: { readonly to: string | null; readonly label: string; readonly sign: string }) {
  if (to === null) {
    return (
      <span className="jc-step jc-step--off" aria-hidden="true">
        {sign}
      </span>
    );
  }
  return (
    <Link className="jc-step" to={to} aria-label={label} title={label}>
      {sign}
    </Link>
  );
}
