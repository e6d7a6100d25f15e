import type { ReturnReason } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeSign, type Tone } from '@junheng/evaluation-ui';
import { Button, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import type { LineFinding, ReviewLine } from './model/review-lines.ts';

/** Answers a reason as the level it lies with. */
export type Reply = (reasonId: string, answer: string) => void;

const tones: Readonly<Record<LineFinding['finding']['severity'], Tone>> = {
  hard: 'below-floor',
  soft: 'above-floor',
  information: 'not-applicable',
};

/** What checks say about a cell, what the school answered, and why it was returned before. */
export function LineRemarks({ line, onReply }: { readonly line: ReviewLine; readonly onReply: Reply | null }) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  return (
    <ul className="jc-remarks">
      {line.findings.map(({ finding, reason }) => (
        <li key={finding.ruleId} className={`jc-remark jc-remark--${finding.severity}`}>
          <OutcomeSign tone={tones[finding.severity]} size={12} />
          <span>
            <span className="jh-visually-hidden">{words(language, `severity.${finding.severity}`)}: </span>
            {words(language, finding.messageKey, finding.facts)}
            {finding.severity === 'soft' ? (
              <span className={reason === null ? 'jc-remark__say jc-danger' : 'jc-remark__say'}>
                {reason === null ? t('noReason') : t('schoolSays', { reason })}
              </span>
            ) : null}
          </span>
        </li>
      ))}
      {line.returnReasons.map((reason) => (
        <li key={reason.id} className="jc-remark">
          <PastReturn reason={reason} onReply={onReply} />
        </li>
      ))}
    </ul>
  );
}

/** A reason of an earlier return, and whether the school dealt with it. */
export function PastReturn({ reason, onReply }: { readonly reason: ReturnReason; readonly onReply: Reply | null }) {
  const { t } = useTranslation('review');
  const { instant } = useFormat();
  return (
    <span>
      {t('returned', { reason: reason.reason })}{' '}
      <StatusTag tone={reason.state === 'open' ? 'warning' : 'success'}>{t(`returnState.${reason.state}`)}</StatusTag>
      <span className="jc-remark__say ev-muted">
        {[
          reason.level === undefined ? null : t(`level.${reason.level}`),
          t('by', { by: reason.by, at: instant(reason.at) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {reason.answer === null ? null : <span className="jc-remark__say">{t('answer', { answer: reason.answer })}</span>}
      {onReply === null || reason.state !== 'open' ? null : <ReplyForm reason={reason} onReply={onReply} />}
    </span>
  );
}

/** The level answers instead of handing the question on to the school. */
function ReplyForm({ reason, onReply }: { readonly reason: ReturnReason; readonly onReply: Reply }) {
  const { t } = useTranslation('review');
  const [answer, setAnswer] = useState<string | null>(null);
  if (answer === null) {
    return (
      <button type="button" className="jc-quiet" onClick={() => setAnswer('')}>
        {t('reply')}
      </button>
    );
  }
  return (
    <span className="jc-mark">
      <textarea
        className="jh-input jc-mark__text"
        aria-label={t('replyTo', { reason: reason.reason })}
        rows={2}
        maxLength={1000}
        autoFocus
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <span>
        <Button size="small" disabled={answer.trim().length < 2} onClick={() => onReply(reason.id, answer.trim())}>
          {t('replySave')}
        </Button>
      </span>
    </span>
  );
}
