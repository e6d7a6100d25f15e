import type { SentMessages } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';

type Mail = NonNullable<SentMessages['messages'][number]['mail']>;

/** What became of the mails of a message, and why some did not arrive. */
export function MailState({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('progress');
  const parts = (['sent', 'waiting', 'failed'] as const).filter((state) => mail[state] > 0);
  return (
    <div className="jc-small">
      <span className={mail.failed > 0 ? 'jc-warning' : 'ev-muted'}>
        {t('mail.title')} {parts.map((state) => t(`mail.${state}`, { count: mail[state] })).join(' · ')}
      </span>
      {mail.troubles.length === 0 ? null : (
        <details>
          <summary>{t('mail.troubles')}</summary>
          <ul className="jc-plainlist">
            {mail.troubles.map(({ name, state, problem, detail }, index) => (
              <li key={`${name} ${index}`}>
                {t(`mail.trouble.${state}`, { name, why: t(`mail.problem.${problem}`) })}
                {detail === null ? null : <span className="ev-muted"> {detail}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
