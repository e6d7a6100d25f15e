import { EmptyState, PageHeader } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFoundPage() {
  const { t } = useTranslation('frame');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        title={t('notFound.text')}
        action={
          <Link className="jh-button" to="/">
            {t('notFound.go')}
          </Link>
        }
      />
    </>
  );
}
