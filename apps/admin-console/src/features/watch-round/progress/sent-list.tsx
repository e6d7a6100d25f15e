import { StatusTag } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../display/loaded.tsx';
import { useFormat } from '../../../display/use-format.ts';
import { sentMessagesQuery } from '../../../server/messages.ts';
import { MailState } from './mail-state.tsx';

/** Mails go out a few seconds after a message. */
const LOOK_AGAIN = 5_000;

/** What the schools were told so far, and how many of them have read it. */
export function SentList({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('progress');
  const { instant } = useFormat();
  const query = useQuery({
    ...sentMessagesQuery(roundId),
    refetchInterval: ({ state }) =>
      state.data?.messages.some(({ mail }) => mail !== null && mail.waiting > 0) === true ? LOOK_AGAIN : false,
  });
  return (
    <section className="jc-stack">
      <h2 className="jc-h2">{t('sent.title')}</h2>
      <Loaded query={query}>
        {({ messages }) =>
          messages.length === 0 ? (
            <p className="ev-muted">{t('sent.none')}</p>
          ) : (
            <ol className="jc-surface jc-padded jc-sent">
              {messages.map((message) => (
                <li key={message.id}>
                  <span className="jc-sent__head">
                    <StatusTag>{t(`sent.kind.${message.kind}`)}</StatusTag>
                    <b>{t('sent.read', { read: message.readBy, schools: message.schools })}</b>
                    <span className="ev-muted">{t('sent.by', { by: message.by, at: instant(message.at) })}</span>
                  </span>
                  <p>{message.text}</p>
                  {message.mail === null ? null : <MailState mail={message.mail} />}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
