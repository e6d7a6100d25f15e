import type { LiveSessions } from '@junheng/api-contract';
import { ConfirmButton, EmptyState, Notice } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { endSessionsOf, liveSessionsQuery } from '../../server/sign-ins.ts';

/** Who is signed in now; somebody's sessions are ended all at once. */
export function SessionTable({ sessions, more, mayEnd }: LiveSessions & { readonly mayEnd: boolean }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: endSessionsOf,
    onSuccess: () => client.invalidateQueries({ queryKey: liveSessionsQuery.queryKey }),
  });
  return (
    <section className="jc-standard">
      <h2>{t('signIn.live')}</h2>
      <RefusalNotice error={ending.error} />
      {sessions.length === 0 ? (
        <EmptyState title={t('signIn.noneLive')} />
      ) : (
        <ul className="jc-surface jc-rules">
          {sessions.map(({ id, person, startedAt, lastSeenAt, address, userAgent }) => (
            <li key={id}>
              <div className="jc-chain__head">
                <b>{person.displayName}</b>
                {mayEnd ? (
                  <ConfirmButton
                    size="small"
                    variant="quiet"
                    title={t('signIn.end')}
                    description={t('signIn.endText', { name: person.displayName })}
                    onConfirm={() => ending.mutateAsync(person.id).catch(() => undefined)}
                  >
                    {t('signIn.end')}
                  </ConfirmButton>
                ) : null}
              </div>
              <span className="ev-muted">
                {t('signIn.since', { at: instant(startedAt), seen: instant(lastSeenAt), address })}
              </span>
              <span className="ev-muted">{userAgent}</span>
            </li>
          ))}
        </ul>
      )}
      {more ? <Notice tone="info">{t('signIn.more', { shown: sessions.length })}</Notice> : null}
    </section>
  );
}
