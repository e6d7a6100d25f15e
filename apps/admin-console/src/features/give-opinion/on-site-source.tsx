import type { OnSite } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import type { FoundOnSite } from './model/on-site.ts';

export interface OnSiteSourceProps {
  readonly inspectionId: string;
  readonly onSite: OnSite;
  /** Undefined where no signed visit holds it any more. */
  readonly found: FoundOnSite | undefined;
}

/** Where a drafted finding comes from: the visit, who signed it, and what the inspectors wrote. */
export function OnSiteSource({ inspectionId, onSite, found }: OnSiteSourceProps) {
  const { t } = useTranslation('opinion');
  const { instant } = useFormat();
  const visit = `/admin/visit/${inspectionId}/${onSite.schoolId}`;
  if (found === undefined) {
    return (
      <Notice tone="warning">
        {t('finding.notOnSite')} <a href={visit}>{t('finding.toVisit')}</a>
      </Notice>
    );
  }
  const { school, team, signed, row } = found;
  const names = [school.name, ...(team === null ? [] : [team])].join(' · ');
  return (
    <p className="ev-muted jc-opinion__source">
      {t('finding.from', { school: names, by: signed.by, at: instant(signed.at) })}{' '}
      <a href={visit}>{t('finding.toVisit')}</a>
      {row === null ? null : <> · {t('finding.hasRow', { number: row.number })}</>}
    </p>
  );
}
