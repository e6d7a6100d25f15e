import { Button, Dialog } from '@junheng/ui/plain';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before the page is left with what would be lost. @param isLost asked at that moment */
export function LeaveGuard({ unsaved, isLost }: { readonly unsaved: boolean; readonly isLost: () => boolean }) {
  const { t } = useTranslation('checklists');
  const blocker = useBlocker(isLost);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
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
