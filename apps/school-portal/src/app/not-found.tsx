import { EmptyState, useTexts } from '@junheng/ui/plain';
import { Link } from 'react-router';

export function NotFound() {
  const { t } = useTexts('portal');
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
