import { useTexts } from '../language/use-texts.ts';
import { Notice } from './notice.tsx';

/** Under a list that was cut: says how much is shown and what to do. */
export function TooManyState({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t } = useTexts('ui');
  return (
    <Notice tone="info" role="status">
      {t('state.tooMany', { shown, total })}
    </Notice>
  );
}
