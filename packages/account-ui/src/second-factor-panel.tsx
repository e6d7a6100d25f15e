import type { ApiClient } from '@junheng/api-client';
import { Button, Notice, StatusTag, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile, RecoveryCodes } from './account-calls.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { Panel } from './panel.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { useInstant } from './use-instant.ts';

const FEW_CODES = 3;

type Step =
  | { readonly kind: 'none' }
  | { readonly kind: 'enrol' }
  | { readonly kind: 'renew' }
  | { readonly kind: 'disable' }
  | { readonly kind: 'codes'; readonly codes: RecoveryCodes };

/** The second factor (动态验证码): off, on, and the ways between. */
export function SecondFactorPanel(props: {
  readonly client: ApiClient;
  readonly login: string;
  readonly state: Profile['secondFactor'];
  /** The bureau asks it of this role. */
  readonly compulsory: boolean;
}) {
  const { client, login, state, compulsory } = props;
  const { t } = useTexts('account');
  const instant = useInstant();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const [done, setDone] = useState<'enabled' | 'disabled' | null>(null);
  const close = (): void => setStep({ kind: 'none' });
  const refresh = (): void => void queries.invalidateQueries({ queryKey: ['account'] });
  return (
    <Panel title={t('factor.title')} intro={t('factor.intro')}>
      {done === null ? null : (
        <Notice tone={done === 'enabled' ? 'success' : 'info'} role="status">
          {t(`factor.${done}`)}
        </Notice>
      )}
      {state === null ? (
        <>
          <p>
            <StatusTag tone="neutral">{t('factor.off')}</StatusTag>
          </p>
          <Button variant="primary" onClick={() => setStep({ kind: 'enrol' })}>
            {t('factor.enable')}
          </Button>
        </>
      ) : (
        <>
          <p className="ac-line">
            <StatusTag tone="success">{t('factor.on')}</StatusTag>
            <span className="ac-muted">{t('factor.since', { at: instant(state.since) })}</span>
          </p>
          {state.recoveryCodesLeft <= FEW_CODES ? (
            <Notice tone="warning">{t('factor.few', { count: state.recoveryCodesLeft })}</Notice>
          ) : (
            <p className="ac-muted">{t('factor.left', { count: state.recoveryCodesLeft })}</p>
          )}
          <div className="ac-actions">
            <Button onClick={() => setStep({ kind: 'renew' })}>{t('factor.renew')}</Button>
            {compulsory ? null : (
              <Button variant="danger" onClick={() => setStep({ kind: 'disable' })}>
                {t('factor.disable')}
              </Button>
            )}
          </div>
          {compulsory ? <p className="ac-muted">{t('compulsory.always')}</p> : null}
        </>
      )}
      {step.kind === 'enrol' ? (
        <EnrolDialog
          client={client}
          login={login}
          onClose={close}
          onEnrolled={(codes) => {
            setStep({ kind: 'codes', codes });
            setDone('enabled');
            refresh();
          }}
        />
      ) : null}
      {step.kind === 'renew' || step.kind === 'disable' ? (
        <ProofDialog
          client={client}
          act={step.kind}
          onClose={close}
          onDone={(codes) => {
            setStep(codes === null ? { kind: 'none' } : { kind: 'codes', codes });
            if (codes === null) setDone('disabled');
            refresh();
          }}
        />
      ) : null}
      {step.kind === 'codes' ? <RecoveryCodesDialog given={step.codes} login={login} onClose={close} /> : null}
    </Panel>
  );
}
