import type { EntranceBrand } from '@junheng/ui/plain';
import { useTexts } from '@junheng/ui/plain';

export function useBrand(): EntranceBrand {
  const { t } = useTexts('entrance');
  return {
    name: t('product'),
    line: t('line'),
    notes: [t('notes.saved'), t('notes.offline'), t('notes.why')],
  };
}
