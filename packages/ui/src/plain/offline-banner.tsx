import { useTexts } from '../language/use-texts.ts';
import { useOnline } from './use-online.ts';

export function OfflineBanner() {
  const { t } = useTexts('ui');
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {online ? null : <p className="jh-offline">{t('state.offline')}</p>}
    </div>
  );
}
