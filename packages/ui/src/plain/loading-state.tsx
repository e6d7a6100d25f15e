import { useTexts } from '../language/use-texts.ts';
import { Spinner } from './spinner.tsx';

export function LoadingState({ text }: { readonly text?: string }) {
  const { t } = useTexts('ui');
  return (
    <div className="jh-state jh-state--loading" role="status">
      <Spinner />
      <p>{text ?? t('state.loading')}</p>
    </div>
  );
}
