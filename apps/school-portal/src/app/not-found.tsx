import { EmptyState } from '@junheng/ui/plain';
import { useTexts } from '@junheng/ui/texts';
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
