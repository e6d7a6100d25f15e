import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { refusalOf } from './refusal.ts';

/** Nothing while there is no error. */
export function RefusalNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('account');
  if (error === null || error === undefined) return null;
  const { key, count } = refusalOf(error);
  return (
    <Notice tone="danger" role="alert">
      {t(`problem.${key}`, { count })}
    </Notice>
  );
}
