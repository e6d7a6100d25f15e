import { Button, Dialog, Notice, useTexts } from '@junheng/ui/plain';
import { useState } from 'react';
import type { RecoveryCodes } from './account-calls.ts';

export interface RecoveryCodesDialogProps {
  readonly given: RecoveryCodes;
  readonly login: string;
  readonly onClose: () => void;
}

/** The only time they are shown: they cannot be closed away before somebody says they are kept. */
export function RecoveryCodesDialog({ given, login, onClose }: RecoveryCodesDialogProps) {
  const { t } = useTexts('account');
  const [kept, setKept] = useState(false);
  const text = [t('codes.fileHead', { login }), '', ...given.recoveryCodes, ''].join('\r\n');
  const address = `data:text/plain;charset=utf-8,${encodeURIComponent(`\uFEFF${text}`)}`;
  return (
    <Dialog open dismissible={false} title={t('codes.title')} onClose={onClose}>
      <div className="jh-form">
        <Notice tone="warning">{t('codes.once')}</Notice>
        {given.endedSessions > 0 ? <p>{t('codes.ended', { count: given.endedSessions })}</p> : null}
        <ul className="ac-codes" aria-label={t('codes.title')}>
          {given.recoveryCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="ac-actions ac-no-print">
          <a className="jh-button" href={address} download={`junheng-${login}.txt`}>
            {t('codes.download')}
          </a>
          <Button onClick={() => globalThis.print()}>{t('codes.print')}</Button>
        </div>
        <label className="ac-check ac-no-print">
          <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
          {t('codes.kept')}
        </label>
        <div className="ac-no-print">
          <Button variant="primary" disabled={!kept} onClick={onClose}>
            {t('codes.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
