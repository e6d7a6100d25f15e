import { Notice, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { asRefusal } from '../server/refusal.ts';
import { refusalText } from './refusal-text.ts';

/** A refusal where it happened: what, how to mend it, and the number to quote. */
export function RefusalNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  if (error === null || error === undefined) return null;
  const refusal = asRefusal(error);
  return (
    <Notice tone="danger" role="alert">
      {refusalText(language, refusal)}
      {refusal.requestId === null ? null : (
        <span className="jh-state__reference">{t('state.reference', { requestId: refusal.requestId })}</span>
      )}
    </Notice>
  );
}
