import type { CountyReport } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export interface ReturnedHereProps {
  readonly report: CountyReport;
  /** The first is what a new reason is about. */
  readonly anchors: readonly string[];
  readonly name: string;
  /** Null: the person may not return this part now. */
  readonly onReturn: ((anchor: string) => void) | null;
}

/** Why something was returned, where it is to be corrected; whoever reviews begins a reason here. */
export function ReturnedHere({ report, anchors, name, onReturn }: ReturnedHereProps) {
  const { t } = useTranslation('county');
  const open = report.returnReasons.filter(
    ({ entry, state }) => state === 'open' && entry !== null && anchors.includes(entry),
  );
  return (
    <>
      {open.map(({ id, reason, by }) => (
        <p key={id} className="jc-county__problem">
          {t('returnedBecause', { by, reason })}
        </p>
      ))}
      {onReturn === null ? null : (
        <span>
          <Button
            variant="quiet"
            size="small"
            aria-label={t('returning.hereOf', { name })}
            onClick={() => onReturn(anchors[0] ?? '')}
          >
            {t('returning.here')}
          </Button>
        </span>
      )}
    </>
  );
}
