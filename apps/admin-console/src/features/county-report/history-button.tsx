import type { CountyReport } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { HistorySubject } from './entry-history-panel.tsx';

export interface HistoryButtonProps {
  readonly report: CountyReport;
  readonly subject: HistorySubject;
  readonly onHistory: (subject: HistorySubject) => void;
}

/** Nothing where nothing was entered yet. */
export function HistoryButton({ report, subject, onHistory }: HistoryButtonProps) {
  const { t } = useTranslation('county');
  if (!subject.entries.some((entry) => Object.hasOwn(report.entryRevisions, entry))) return null;
  return (
    <span>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('history.of', { name: subject.title })}
        onClick={() => onHistory(subject)}
      >
        {t('history.open')}
      </Button>
    </span>
  );
}
