import type { RoundSelfReport } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeSign } from '@junheng/evaluation-ui';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReportStatus } from '../../display/report-status.tsx';
import { RiskCounts, RiskReasons } from '../../display/risk-reasons.tsx';
import { useFormat } from '../../display/use-format.ts';

export interface SchoolTableRowProps {
  readonly row: RoundSelfReport;
  readonly href: string;
  /** How many levels review in this round. */
  readonly levels: number;
  readonly picked: boolean | null;
  readonly onPick: () => void;
  readonly onExtend: ((row: RoundSelfReport) => void) | null;
  /** Arrow keys on the school's name. */
  readonly onMove: (event: KeyboardEvent<HTMLAnchorElement>) => void;
}

export function SchoolTableRow({ row, href, levels, picked, onPick, onExtend, onMove }: SchoolTableRowProps) {
  const { t } = useTranslation('round');
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <tr className={picked === true ? 'jc-table__row--picked' : undefined}>
      {picked === null ? null : (
        <td className="jc-table__pick">
          <input
            type="checkbox"
            aria-label={t('pickOne', { name: row.schoolName })}
            checked={picked}
            onChange={onPick}
          />
        </td>
      )}
      <th scope="row" className="ev-table__name">
        <Link data-row="" className="jc-table__link" to={href} onKeyDown={onMove}>
          {row.schoolName}
        </Link>
        <span className="ev-table__aside">{[row.townName, row.schoolCode].filter(Boolean).join(' · ')}</span>
      </th>
      <td>{words(language, `school-type.${row.type}`)}</td>
      <td>
        <ReportStatus status={row.status} />
        {row.status === 'submitted' && (levels > 1 || row.firstApproved) ? (
          <span className="ev-table__aside">
            {[
              levels > 1 && row.reviewLevel !== null ? t(`level.${row.reviewLevel}`) : null,
              row.firstApproved ? t('firstApproved') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ) : null}
      </td>
      <td className="jc-risk-cell" data-empty={row.risk === null ? '' : undefined}>
        {row.risk === null ? (
          <span className="ev-muted">—</span>
        ) : (
          <>
            <RiskReasons risk={row.risk} most={2} />
            {row.risk.score === 0 ? null : <RiskCounts risk={row.risk} />}
          </>
        )}
      </td>
      <td data-label={t('column.filled')}>
        <Filled filled={row.filled} required={row.required} />
      </td>
      <td
        data-label={t('column.findings')}
        data-empty={row.hardFindings === 0 && row.softFindings === 0 ? '' : undefined}
      >
        <Findings row={row} />
      </td>
      <td
        className="ev-table__number"
        data-label={t('column.returns')}
        data-empty={row.openReturns === 0 ? '' : undefined}
      >
        {row.openReturns === 0 ? <span className="ev-muted">0</span> : <b>{row.openReturns}</b>}
      </td>
      <td className="jc-nowrap" data-label={t('column.deadline')}>
        <span title={format.day(row.deadline)}>{format.shortDay(row.deadline)}</span>{' '}
        {row.late ? <StatusTag tone="danger">{t('late')}</StatusTag> : null}
      </td>
      <td
        className="jc-nowrap ev-muted"
        data-label={t('column.submitted')}
        data-empty={row.submittedAt === null ? '' : undefined}
      >
        {row.submittedAt === null ? (
          '—'
        ) : (
          <span title={format.instant(row.submittedAt)}>{format.shortDayOf(row.submittedAt)}</span>
        )}
      </td>
      {onExtend === null ? null : (
        <td className="jc-table__action">
          <button
            type="button"
            className="jc-quiet"
            aria-label={t('extendOf', { name: row.schoolName })}
            onClick={() => onExtend(row)}
          >
            {t('extend')}
          </button>
        </td>
      )}
    </tr>
  );
}

function Filled({ filled, required }: { readonly filled: number; readonly required: number }) {
  const share = required === 0 ? 1 : filled / required;
  return (
    <span className="jc-filled">
      <span className="jc-filled__bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </span>
      {filled}/{required}
    </span>
  );
}

function Findings({ row }: { readonly row: RoundSelfReport }) {
  const { t } = useTranslation('round');
  if (row.hardFindings === 0 && row.softFindings === 0) return <span className="ev-muted">—</span>;
  return (
    <span className="jc-findings">
      {row.hardFindings === 0 ? null : (
        <span className="jc-danger" title={t('hard', { count: row.hardFindings })}>
          <OutcomeSign tone="unmet" size={12} /> {row.hardFindings}
          <span className="jh-visually-hidden">{t('hard', { count: row.hardFindings })}</span>
        </span>
      )}
      {row.softFindings === 0 ? null : (
        <span
          className="jc-warning"
          title={`${t('soft', { count: row.softFindings })}${row.softWithoutReason === 0 ? '' : `, ${t('softOpen', { count: row.softWithoutReason })}`}`}
        >
          <OutcomeSign tone="above-floor" size={12} /> {row.softFindings}
          <span className="jh-visually-hidden">{t('soft', { count: row.softFindings })}</span>
        </span>
      )}
    </span>
  );
}
