import type { PasswordResetLink } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';

/** A link as it is handed on: it is in no cache and cannot be shown again. */
export function OneTimeLink({ link }: { readonly link: PasswordResetLink }) {
  const { t } = useTranslation('people');
  const { instant } = useFormat();
  return (
    <>
      <Notice tone="warning" role="status">
        {t('link.shownOnce')}
      </Notice>
      <Copyable value={link.url} label={t('link.label')} />
      <p className="ev-muted">{t('link.expires', { at: instant(link.expiresAt) })}</p>
    </>
  );
}
