import { useTranslation } from 'react-i18next';
import { useOnline } from './use-online.ts';

export function OfflineBanner() {
  const { t } = useTranslation('ui');
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {online ? null : <p className="jh-offline">{t('state.offline')}</p>}
    </div>
  );
}
