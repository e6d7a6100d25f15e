import type { ApiClient } from '@junheng/api-client';
import { Button, EntrancePage, useTexts, type EntranceBrand } from '@junheng/ui/plain';
import { useState } from 'react';
import type { RecoveryCodes } from './account-calls.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';

export interface CompulsoryFactorPageProps {
  readonly client: ApiClient;
  readonly brand: EntranceBrand;
  readonly name: string;
  readonly login: string;
  /** It is set up, and the recovery codes are kept. */
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** The bureau asks a second factor (动态验证码) of this role: it is set up before anything else opens. */
export function CompulsoryFactorPage({ client, brand, name, login, onDone, onLeave }: CompulsoryFactorPageProps) {
  const { t } = useTexts('account');
  const [enrolling, setEnrolling] = useState(false);
  const [codes, setCodes] = useState<RecoveryCodes | null>(null);
  return (
    <EntrancePage brand={brand}>
      <h1 className="jh-entrance__title">{t('compulsory.title')}</h1>
      <p className="jh-entrance__intro">{t('compulsory.intro', { name })}</p>
      <ol className="ac-steps">
        <li>{t('compulsory.stepApp')}</li>
        <li>{t('compulsory.stepScan')}</li>
        <li>{t('compulsory.stepCodes')}</li>
      </ol>
      <Button variant="primary" size="large" onClick={() => setEnrolling(true)}>
        {t('compulsory.begin')}
      </Button>
      <p className="ac-muted">{t('compulsory.help')}</p>
      <Button variant="quiet" onClick={onLeave}>
        {t('compulsory.leave')}
      </Button>
      {enrolling ? (
        <EnrolDialog
          client={client}
          login={login}
          onClose={() => setEnrolling(false)}
          onEnrolled={(given) => {
            setEnrolling(false);
            setCodes(given);
          }}
        />
      ) : null}
      {codes === null ? null : <RecoveryCodesDialog given={codes} login={login} onClose={onDone} />}
    </EntrancePage>
  );
}
