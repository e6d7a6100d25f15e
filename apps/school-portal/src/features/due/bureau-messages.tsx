import { Button, Notice, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { markRead, messagesQuery } from '../../api/messages.ts';
import type { OwnMessage } from '../../api/types.ts';

/** What the bureau told the school: unread first and in full, the rest folded away; absent while there is nothing. */
export function BureauMessages({ showSchool }: { readonly showSchool: boolean }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const { data } = useQuery(messagesQuery);
  const reading = useMutation({
    mutationFn: markRead,
    onSettled: () => client.invalidateQueries({ queryKey: messagesQuery.queryKey }),
  });
  const messages = data?.messages ?? [];
  const unread = messages.filter(({ readAt }) => readAt === null);
  const read = messages.filter(({ readAt }) => readAt !== null);
  if (messages.length === 0) return null;
  return (
    <section className="bureau-messages" aria-label={t('messages.title')}>
      {unread.map((message) => (
        <Notice
          key={`${message.id} ${message.schoolId}`}
          tone={message.kind === 'announcement' ? 'info' : 'warning'}
          title={t(`messages.kind.${message.kind}`)}
          action={
            <Button size="small" busy={reading.isPending} onClick={() => reading.mutate(message.id)}>
              {t('messages.seen')}
            </Button>
          }
        >
          <MessageText message={message} showSchool={showSchool} />
        </Notice>
      ))}
      {read.length === 0 ? null : (
        <details>
          <summary>{t('messages.earlier', { count: read.length })}</summary>
          <ul className="bureau-messages__earlier">
            {read.map((message) => (
              <li key={`${message.id} ${message.schoolId}`}>
                <b>{t(`messages.kind.${message.kind}`)}</b>
                <MessageText message={message} showSchool={showSchool} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function MessageText({ message, showSchool }: { readonly message: OwnMessage; readonly showSchool: boolean }) {
  const { t } = useTranslation('portal');
  const { language } = useLanguage();
  const at = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  const { round } = message;
  return (
    <>
      <p className="bureau-messages__text">{message.text}</p>
      <p className="bureau-messages__facts">
        {[
          showSchool ? message.schoolName : null,
          round === null ? null : t('due.round', { year: round.year, kind: t(`kind.${round.kind}`) }),
          message.by,
          at.format(new Date(message.at)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
