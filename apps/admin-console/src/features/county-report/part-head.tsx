import type { CountyPart, CountyReport } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { Button, ConfirmButton, Notice, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { countyReportKeys, moveCountyPart, type CountyMove } from '../../server/county-reports.ts';
import { asRefusal } from '../../server/refusal.ts';
import { anchorText, isAnchor } from './model/anchor-text.ts';
import { toneOfPart } from './model/part-tone.ts';

export interface PartHeadProps {
  readonly report: CountyReport;
  readonly part: CountyPart;
  readonly edition: Edition;
  /** Entries typed and files on their way, not stored yet: nothing is handed in before they are. */
  readonly pending: number;
  readonly onReturn: () => void;
}

/** Whose part it is, where it stands, and what one may do with it. */
export function PartHead({ report, part, edition, pending, onReturn }: PartHeadProps) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { day, instant } = useFormat();
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (wanted: CountyMove) =>
      moveCountyPart({ countyReportId: report.id, partId: part.id }, wanted, report.revision),
    onSuccess: (after) => client.setQueryData(countyReportKeys.one(report.round.id), after),
    onError: () => void client.invalidateQueries({ queryKey: countyReportKeys.one(report.round.id), exact: true }),
  });
  const name = part.unit?.name ?? words(language, 'county-overview.bureau');
  const whole = report.returnReasons.filter(
    ({ partId, entry, state }) => partId === part.id && entry === null && state === 'open',
  );
  const open = part.hardFindings + part.softWithoutReason + (part.required - part.filled);
  return (
    <div className="jc-county__head">
      <div className="jc-county__bar">
        <h2 className="jc-h2">
          {name} <StatusTag tone={toneOfPart(part)}>{words(language, `county-part.${part.status}`)}</StatusTag>
        </h2>
        <span className="jc-inline">
          {part.may.submit ? (
            <Button
              variant="primary"
              busy={move.isPending}
              disabled={pending > 0}
              onClick={() => move.mutate('submit')}
            >
              {t('submit')}
            </Button>
          ) : null}
          {part.may.withdraw ? (
            <ConfirmButton
              title={t('withdrawTitle')}
              confirmText={t('withdraw')}
              onConfirm={() => move.mutate('withdraw')}
              description={t('withdrawText')}
            >
              {t('withdraw')}
            </ConfirmButton>
          ) : null}
          {part.may.return ? <Button onClick={onReturn}>{t('return')}</Button> : null}
          {part.may.approve ? (
            <Button variant="primary" busy={move.isPending} onClick={() => move.mutate('approve')}>
              {t('approve')}
            </Button>
          ) : null}
        </span>
      </div>
      <p className="jc-small ev-muted">
        {t('filled', { filled: part.filled, required: part.required })}
        {' · '}
        {t('evidence.ofPart', { count: part.evidence })}
        {' · '}
        {t('deadline', { day: day(part.deadline) })}
        {part.submittedAt === null
          ? null
          : ` · ${t('submittedBy', { by: part.submittedBy ?? '', at: instant(part.submittedAt) })}`}
        {part.approvedAt === null
          ? null
          : ` · ${t('approvedBy', { by: part.approvedBy ?? '', at: instant(part.approvedAt) })}`}
      </p>
      {part.lock === null || part.lock === 'no-right' ? null : <Notice tone="info">{t(`lock.${part.lock}`)}</Notice>}
      {part.may.submit && open > 0 ? (
        <Notice tone="info">
          {t('open', {
            missing: part.required - part.filled,
            hard: part.hardFindings,
            soft: part.softWithoutReason,
          })}
        </Notice>
      ) : null}
      {whole.map(({ id, by, reason }) => (
        <Notice key={id} tone="warning">
          {t('returnedBecause', { by, reason })}
        </Notice>
      ))}
      <RefusalNotice error={move.error} />
      <Blockers error={move.error} edition={edition} />
    </div>
  );
}

const MOST_BLOCKERS = 12;

/** What stands in the way, by name. */
function Blockers({ error, edition }: { readonly error: unknown; readonly edition: Edition }) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  if (error === null) return null;
  const { problems } = asRefusal(error);
  const named = problems.filter(({ at }) => isAnchor(at));
  if (named.length === 0) return null;
  return (
    <ul className="jc-small">
      {named.slice(0, MOST_BLOCKERS).map(({ at, code }) => (
        <li key={`${at} ${code}`}>
          {anchorText(language, edition, at)}：{t(`blocker.${code}`, { defaultValue: code })}
        </li>
      ))}
      {named.length > MOST_BLOCKERS ? <li>{t('blockersMore', { count: named.length - MOST_BLOCKERS })}</li> : null}
    </ul>
  );
}
