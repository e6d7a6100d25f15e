import type { Opinion } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

/** Who did what and when, oldest first. */
export function OpinionHistory({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const { instant } = useFormat();
  if (opinion.events.length === 0) return null;
  return (
    <section className="jc-part jc-noprint">
      <h2 className="jc-h2">{t('history.title')}</h2>
      <ol className="jc-surface jc-padded jc-opinion__history">
        {opinion.events.map(({ kind, at, by, document }) => (
          <li key={`${kind} ${at} ${document ?? ''}`}>
            <time dateTime={at} className="ev-muted">
              {instant(at)}
            </time>
            <span>{t(`history.${kind}`, { document: document === null ? '' : t(`document.${document}`) })}</span>
            <span className="ev-muted">{by}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
