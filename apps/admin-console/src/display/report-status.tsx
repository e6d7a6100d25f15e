import type { SelfReportStatus } from '@junheng/api-contract';
import { StatusTag, type Tone } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<SelfReportStatus, Tone>> = {
  'not-started': 'neutral',
  filling: 'neutral',
  'handed-over': 'neutral',
  submitted: 'info',
  returned: 'warning',
  approved: 'success',
};

/** State of a self-report in words. */
export function ReportStatus({ status }: { readonly status: SelfReportStatus }) {
  const { t } = useTranslation('display');
  return <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>;
}
