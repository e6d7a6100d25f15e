import { useLanguage, useTexts } from '@junheng/ui/plain';
import { useMemo } from 'react';
import type { DueSelfReport } from '../../api/types.ts';

/** "Due 31 May 2026, 23:59:59 Beijing time": the day of the deadline is a whole day in the region's zone. */
export function useDeadlineText(): (report: Pick<DueSelfReport, 'deadline'>) => string {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
    return (report) => t('due.deadlineAt', { date: day.format(new Date(`${report.deadline}T00:00:00Z`)) });
  }, [language, t]);
}
