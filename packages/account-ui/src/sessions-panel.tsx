import type { ApiClient } from '@junheng/api-client';
import { ConfirmButton, Notice, StatusTag, useTexts } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endOtherSessions, endSession, sessionsQuery, type ActiveSession } from './account-calls.ts';
import { deviceName } from './device.ts';
import { Loaded } from './loaded.tsx';
import { Panel } from './panel.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { useInstant } from './use-instant.ts';

/** Where this account is signed in now (登录的设备). */
export function SessionsPanel({ client }: { readonly client: ApiClient }) {
  const { t } = useTexts('account');
  const queries = useQueryClient();
  const query = useQuery(sessionsQuery(client));
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
  const ending = useMutation({ mutationFn: (id: string) => endSession(client, id), onSettled: refresh });
  const endingAll = useMutation({ mutationFn: () => endOtherSessions(client), onSettled: refresh });
  return (
    <Panel title={t('sessions.title')} intro={t('sessions.intro')}>
      {endingAll.isSuccess ? (
        <Notice tone="success" role="status">
          {t('sessions.allEnded', { count: endingAll.data })}
        </Notice>
      ) : null}
      <RefusalNotice error={ending.error ?? endingAll.error} />
      <Loaded query={query}>
        {({ sessions }) => (
          <>
            <ul className="ac-list">
              {sessions.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  onEnd={() => ending.mutateAsync(session.id).catch(() => undefined)}
                />
              ))}
            </ul>
            {sessions.length > 1 ? (
              <ConfirmButton
                variant="danger"
                title={t('sessions.endOthersTitle')}
                description={t('sessions.endOthersText', { count: sessions.length - 1 })}
                confirmText={t('sessions.end')}
                onConfirm={() => endingAll.mutateAsync().then(noResult, noResult)}
              >
                {t('sessions.endOthers')}
              </ConfirmButton>
            ) : null}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function SessionRow({ session, onEnd }: { readonly session: ActiveSession; readonly onEnd: () => Promise<void> }) {
  const { t } = useTexts('account');
  const instant = useInstant();
  const device = deviceName(session.userAgent) ?? t('device.unknown');
  return (
    <li className="ac-row">
      <div className="ac-row__text">
        <p className="ac-line">
          <strong>{device}</strong>
          {session.current ? <StatusTag tone="success">{t('sessions.this')}</StatusTag> : null}
        </p>
        <p className="ac-muted">
          {t('sessions.seen', { at: instant(session.lastSeenAt), address: session.address })}
          {' · '}
          {t('sessions.started', { at: instant(session.startedAt) })}
        </p>
      </div>
      {session.current ? null : (
        <ConfirmButton
          aria-label={t('sessions.endOf', { device, address: session.address })}
          title={t('sessions.endTitle')}
          description={t('sessions.endText', { device, address: session.address })}
          confirmText={t('sessions.end')}
          onConfirm={onEnd}
        >
          {t('sessions.end')}
        </ConfirmButton>
      )}
    </li>
  );
}

/** What became of it stands in the panel. */
function noResult(): void {
  return undefined;
}
