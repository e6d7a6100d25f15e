import { Notice, useTexts } from '@junheng/ui/plain';
import { refusalOf } from './refusal.ts';

/** Nothing while there is no error. */
export function RefusalNotice({ error }: { readonly error: unknown }) {
  const { t } = useTexts('account');
  if (error === null || error === undefined) return null;
  const { key, count } = refusalOf(error);
  return (
    <Notice tone="danger" role="alert">
      {t(`problem.${key}`, { count })}
    </Notice>
  );
}
