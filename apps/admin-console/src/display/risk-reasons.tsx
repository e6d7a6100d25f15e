import type { ReportRisk, RiskReason } from '@junheng/api-contract';
import { cellName, text as words } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** Why a report comes where it comes in the queue, the heaviest reason first. */
export function RiskReasons({ risk, most }: { readonly risk: ReportRisk; readonly most: number }) {
  const { t } = useTranslation('display');
  if (risk.reasons.length === 0) return <span className="ev-muted">{t('risk.none')}</span>;
  return (
    <ul className="jc-risk">
      {risk.reasons.slice(0, most).map((reason) => (
        <li key={JSON.stringify(reason)}>
          <Reason reason={reason} />
        </li>
      ))}
    </ul>
  );
}

/** How many reasons of each kind there are, those not listed among them. */
export function RiskCounts({ risk }: { readonly risk: ReportRisk }) {
  const { t } = useTranslation('display');
  const kinds = (['check', 'jump', 'outlier', 'limit'] as const).filter((kind) => risk.counts[kind] > 0);
  return (
    <span className="ev-muted jc-small">
      {[
        t('risk.score', { score: risk.score }),
        ...kinds.map((kind) => t('risk.counts', { kind: t(`risk.kind.${kind}`), count: risk.counts[kind] })),
      ].join(' · ')}
    </span>
  );
}

function Reason({ reason }: { readonly reason: RiskReason }) {
  const { t } = useTranslation('display');
  const { language } = useLanguage();
  switch (reason.kind) {
    case 'check':
    case 'outlier':
      return (
        <>
          {words(language, reason.messageKey, reason.facts)}
          {reason.explained ? <span className="ev-muted"> · {t('risk.explained')}</span> : null}
        </>
      );
    case 'jump': {
      const name = cellName(language, reason.cell);
      const [before, now] = [reason.before, reason.now].map((value) => cellText(language, reason.cell, value, null));
      if (reason.percent === null) return t('risk.jumpFromZero', { name, now });
      const percent = `${reason.percent.startsWith('-') ? '' : '+'}${reason.percent}%`.replace('-', '−');
      return t('risk.jump', { name, before, now, percent });
    }
    case 'limit':
      return t(reason.met ? 'risk.limitMet' : 'risk.limitMissed', {
        indicator: words(language, `indicator.${reason.indicatorId}`),
        stage: words(language, `stage.${reason.stage}`),
        value: trimmed(reason.value),
        threshold: reason.threshold,
      });
    default: {
      const exhaustive: never = reason;
      return exhaustive;
    }
  }
}

/** `4.2000` reads as `4.2`. */
function trimmed(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
