import type { RoundSelfReport } from '@junheng/api-contract';
import { OutcomeSign } from '@junheng/evaluation-ui';
import { Button, Dialog, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecidesFor } from '../../display/use-decides-for.ts';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { refusalText } from '../../display/refusal-text.ts';
import { Refusal } from '../../server/refusal.ts';
import { approveMany, roundKeys } from '../../server/rounds.ts';
import { guardApproval, type ApprovalGuard } from './model/approval-guard.ts';

export interface ApproveManyDialogProps {
  readonly roundId: string;
  readonly selection: readonly RoundSelfReport[];
  readonly onClose: (done: boolean) => void;
}

const numbered = (rows: readonly RoundSelfReport[]) =>
  rows.map(({ selfReportId, revision }) => ({ selfReportId, revision }));

/** Before many are approved at once: what carries warnings, what would be refused and why. */
export function ApproveManyDialog({ roundId, selection, onClose }: ApproveManyDialogProps) {
  const { t } = useTranslation('round');
  const client = useQueryClient();
  const [seen, setSeen] = useState(false);
  const guard = guardApproval(selection, useDecidesFor());
  const approve = useMutation({
    mutationFn: (rows: readonly RoundSelfReport[]) =>
      approveMany(roundId, { reports: numbered(rows), warningsConfirmed: seen }),
    onSettled: () => client.invalidateQueries({ queryKey: roundKeys.all }),
  });
  const { clean, withWarnings } = guard;
  const both = [...clean, ...withWarnings];
  const result = approve.data;
  return (
    <Dialog
      open
      title={t('approve.title')}
      onClose={() => onClose(result !== undefined)}
      footer={
        result !== undefined || both.length === 0 ? (
          <Button onClick={() => onClose(result !== undefined)}>{t('approve.close')}</Button>
        ) : (
          <>
            {withWarnings.length > 0 && clean.length > 0 ? (
              <Button busy={approve.isPending} onClick={() => approve.mutate(clean)}>
                {t('approve.submitClean', { count: clean.length })}
              </Button>
            ) : null}
            <Button
              variant="primary"
              busy={approve.isPending}
              disabled={withWarnings.length > 0 && !seen}
              onClick={() => approve.mutate(both)}
            >
              {t('approve.submit', { count: both.length })}
            </Button>
          </>
        )
      }
    >
      <RefusalNotice error={approve.error} />
      {result === undefined ? (
        <Guard guard={guard} seen={seen} onSeen={setSeen} />
      ) : (
        <Result approved={result.approved.length} refused={result.refused} selection={selection} />
      )}
    </Dialog>
  );
}

function Guard(props: {
  readonly guard: ApprovalGuard;
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}) {
  const { t } = useTranslation('round');
  const { clean, withWarnings, refused } = props.guard;
  const refusals = [...new Set(refused.map((each) => each.why))];
  return (
    <div className="jc-guard">
      {clean.length + withWarnings.length === 0 ? <p>{t('approve.nothing')}</p> : null}
      {clean.length === 0 ? null : (
        <p className="jc-guard__line">
          <OutcomeSign tone="met" /> {t('approve.clean', { count: clean.length })}
        </p>
      )}
      {withWarnings.length === 0 ? null : (
        <section>
          <p className="jc-guard__line">
            <OutcomeSign tone="above-floor" /> {t('approve.warnings', { count: withWarnings.length })}
          </p>
          <ul className="jc-guard__list">
            {withWarnings.map((row) => (
              <li key={row.selfReportId}>
                {row.schoolName}{' '}
                <span className="jc-warning">
                  {[
                    row.softFindings > 0 ? t('soft', { count: row.softFindings }) : null,
                    row.filled < row.required ? t('approve.missing', { count: row.required - row.filled }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <label className="jc-check">
            <input type="checkbox" checked={props.seen} onChange={(event) => props.onSeen(event.target.checked)} />
            {t('approve.warningsSeen')}
          </label>
        </section>
      )}
      {refused.length === 0 ? null : (
        <section>
          <p className="jc-guard__line">
            <OutcomeSign tone="unmet" /> {t('approve.refused', { count: refused.length })}
          </p>
          {refusals.map((why) => {
            const rows = refused.filter((each) => each.why === why);
            return (
              // That others are not waiting for review is no news after "select all"; the rest is.
              <details key={why} className="jc-guard__why" open={why !== 'not-submitted'}>
                <summary>
                  {t(`approve.why.${why}`)} <b>{rows.length}</b>
                </summary>
                <ul className="jc-guard__list">
                  {rows.map(({ row }) => (
                    <li key={row.selfReportId}>{row.schoolName}</li>
                  ))}
                </ul>
              </details>
            );
          })}
        </section>
      )}
      <p className="ev-muted">{t('approve.irreversible')}</p>
    </div>
  );
}

function Result(props: {
  readonly approved: number;
  readonly refused: readonly { readonly selfReportId: string; readonly code: string }[];
  readonly selection: readonly RoundSelfReport[];
}) {
  const { t } = useTranslation('round');
  const { language } = useLanguage();
  const nameOf = (id: string) => props.selection.find((row) => row.selfReportId === id)?.schoolName ?? id;
  return (
    <div className="jc-guard" role="status">
      <p className="jc-guard__line">
        <OutcomeSign tone="met" /> {t('approve.done', { count: props.approved })}
      </p>
      {props.refused.length === 0 ? null : (
        <section>
          <p className="jc-guard__line">
            <OutcomeSign tone="unmet" /> {t('approve.notDone', { count: props.refused.length })}
          </p>
          <ul className="jc-guard__list">
            {props.refused.map(({ selfReportId, code }) => (
              <li key={selfReportId}>
                {nameOf(selfReportId)}{' '}
                <span className="ev-muted">{refusalText(language, new Refusal(code as Refusal['code']))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
