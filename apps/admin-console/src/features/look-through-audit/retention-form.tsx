import type { Retention } from '@junheng/api-contract';
import { ConfirmButton, Notice, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { changeRetention, retentionQuery } from '../../server/sign-ins.ts';

/** Least and most days; the server holds the same ones. */
const LIMITS = { endedSessionsDays: [7, 365], signInsDays: [180, 1095] } as const;
const names = ['signInsDays', 'endedSessionsDays'] as const;

/** How long sign-ins and ended sessions are kept. */
export function RetentionForm({ retention }: { readonly retention: Retention }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const client = useQueryClient();
  const [entered, setEntered] = useState<Readonly<Record<(typeof names)[number], string>>>({
    signInsDays: String(retention.signInsDays),
    endedSessionsDays: String(retention.endedSessionsDays),
  });
  const saving = useMutation({
    mutationFn: () =>
      changeRetention({
        signInsDays: Number(entered.signInsDays),
        endedSessionsDays: Number(entered.endedSessionsDays),
      }),
    onSuccess: (saved) => client.setQueryData(retentionQuery.queryKey, saved),
  });
  const problem = (name: (typeof names)[number]): string | undefined => {
    const [least, most] = LIMITS[name];
    const value = Number(entered[name]);
    return Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : t('retention.between', { least, most });
  };
  const changed = names.some((name) => entered[name] !== String(retention[name]));
  return (
    <section className="jc-standard">
      <h2>{t('retention.title')}</h2>
      <div className="jc-surface jc-chain">
        <p className="ev-muted">{t('retention.text')}</p>
        {retention.mayChange ? null : <Notice tone="info">{t('retention.notYours')}</Notice>}
        {names.map((name) => (
          <TextField
            key={name}
            label={t(`retention.${name}`)}
            inputMode="numeric"
            readOnly={!retention.mayChange}
            value={entered[name]}
            problem={problem(name)}
            onChange={(event) => setEntered((before) => ({ ...before, [name]: event.target.value.trim() }))}
          />
        ))}
        <RefusalNotice error={saving.error} />
        {retention.changedAt === null ? null : (
          <p className="ev-muted">
            {t('retention.changed', { by: retention.changedBy ?? '', at: instant(retention.changedAt) })}
          </p>
        )}
        {retention.mayChange ? (
          <div>
            <ConfirmButton
              variant="primary"
              disabled={!changed || names.some((name) => problem(name) !== undefined)}
              title={t('retention.title')}
              description={t('retention.confirm')}
              onConfirm={() =>
                saving.mutateAsync().then(
                  () => undefined,
                  () => undefined,
                )
              }
            >
              {t('retention.save')}
            </ConfirmButton>
          </div>
        ) : null}
      </div>
    </section>
  );
}
