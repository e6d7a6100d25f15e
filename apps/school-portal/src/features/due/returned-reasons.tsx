import { Notice, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { selfReportQuery } from '../../api/self-reports.ts';

/** Longer lists are cut: the form holds each at its cell. */
const SHOWN = 3;

/** Why a report came back, in the bureau's own words, each with the way to its cell. */
export function ReturnedReasons({ reportId }: { readonly reportId: string }) {
  const { t } = useTexts('portal');
  const { data } = useQuery(selfReportQuery(reportId));
  const open = data?.returnReasons.filter((reason) => reason.state === 'open') ?? [];
  return (
    <Notice tone="warning" title={t('due.returnedTitle')}>
      {open.length === 0 ? t('due.returnedMore') : null}
      <ul className="due-card__reasons">
        {open.slice(0, SHOWN).map(({ id, cell, reason }) => (
          <li key={id}>
            {reason}{' '}
            <Link to={cell === null ? `/reports/${reportId}` : `/reports/${reportId}?cell=${encodeURIComponent(cell)}`}>
              {t('due.toReason')}
            </Link>
          </li>
        ))}
      </ul>
      {open.length > SHOWN ? <p>{t('due.moreReasons', { count: open.length - SHOWN })}</p> : null}
    </Notice>
  );
}
