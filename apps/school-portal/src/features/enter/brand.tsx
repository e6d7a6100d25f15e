import type { EntranceBrand } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

export function useBrand(): EntranceBrand {
  const { t } = useTranslation('entrance');
  return {
    name: t('product'),
    line: t('line'),
    notes: [t('notes.saved'), t('notes.offline'), t('notes.why')],
  };
}
