import type { ReturnReason } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeSign, type Tone } from '@junheng/evaluation-ui';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import type { LineFinding, ReviewLine } from './model/review-lines.ts';

const tones: Readonly<Record<LineFinding['finding']['severity'], Tone>> = {
  hard: 'below-floor',
  soft: 'above-floor',
  information: 'not-applicable',
};

/** What checks say about a cell, what the school answered, and why it was returned before. */
export function LineRemarks({ line }: { readonly line: ReviewLine }) {
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
          <PastReturn reason={reason} />
        </li>
      ))}
    </ul>
  );
}

/** A reason of an earlier return, and whether the school dealt with it. */
export function PastReturn({ reason }: { readonly reason: ReturnReason }) {
  const { t } = useTranslation('review');
  const { instant } = useFormat();
  return (
    <span>
      {t('returned', { reason: reason.reason })}{' '}
      <StatusTag tone={reason.state === 'open' ? 'warning' : 'success'}>{t(`returnState.${reason.state}`)}</StatusTag>
      <span className="jc-remark__say ev-muted">{t('by', { by: reason.by, at: instant(reason.at) })}</span>
      {reason.answer === null ? null : <span className="jc-remark__say">{t('answer', { answer: reason.answer })}</span>}
    </span>
  );
}
