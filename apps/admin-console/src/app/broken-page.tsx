import { Button, EmptyState } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** A fault of the page itself; the frame around it stays. */
export function BrokenPage() {
  const { t } = useTranslation('frame');
  return (
    <EmptyState
      title={t('broken.title')}
      description={t('broken.text')}
      action={<Button onClick={() => globalThis.location.reload()}>{t('broken.reload')}</Button>}
    />
  );
}
