import { Button, Dialog } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useUnloadWarning } from '../../display/use-unload-warning.ts';

/** Asks before the page is left with what would be lost. @param isLost asked at that moment */
export function LeaveGuard({ unsaved, isLost }: { readonly unsaved: boolean; readonly isLost: () => boolean }) {
  const { t } = useTranslation('checklists');
  const blocker = useBlocker(isLost);
  useUnloadWarning(unsaved);
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      title={t('leave.title')}
      onClose={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.reset?.()}>{t('leave.stay')}</Button>
          <Button variant="danger" onClick={() => blocker.proceed?.()}>
            {t('leave.go')}
          </Button>
        </>
      }
    >
      {t('leave.text')}
    </Dialog>
  );
}
