import { EmptyState } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTranslation('portal');
  return (
    <EmptyState
      title={t('frame.notFoundTitle')}
      description={t('frame.notFoundText')}
      action={
        <Link className="jh-button" to="/">
          {t('frame.toHome')}
        </Link>
      }
    />
  );
}
