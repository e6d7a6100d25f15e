import { useTranslation } from 'react-i18next';
import { Spinner } from './spinner.tsx';

export function LoadingState({ text }: { readonly text?: string }) {
  const { t } = useTranslation('ui');
  return (
    <div className="jh-state jh-state--loading" role="status">
      <Spinner />
      <p>{text ?? t('state.loading')}</p>
    </div>
  );
}
