import type { EntranceBrand } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export const MINIMUM_PASSWORD = 10;

/** What the left side of every entrance page says. */
export function useBrand(): EntranceBrand {
  const { t } = useTranslation('entry');
  return { name: t('name'), line: t('line'), notes: [t('notes.watch'), t('notes.evaluate'), t('notes.keep')] };
}
