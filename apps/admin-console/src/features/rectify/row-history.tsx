import type { Rectification } from '@junheng/api-contract';
import { groupedDigits, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

type RowEvent = Rectification['history'][number];

/** Everything that happened to a row, newest first. */
export function RowHistory({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const { instant } = useFormat();
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('history.title')}</h2>
      <ol className="jc-surface jc-padded jc-ledger__history">
        {row.history.toReversed().map((event, index) => (
          <li key={`${event.at} ${event.kind} ${index}`}>
            <span className="jc-ledger__when">
              {instant(event.at)} <span className="ev-muted">{event.by}</span>
            </span>
            <span>
              <b>{t(`history.${event.kind}`)}</b> <EventDetails event={event} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventDetails({ event }: { readonly event: RowEvent }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { day } = useFormat();
  const said = (name: string): string | null => {
    const value = event.details[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const date = (name: string): string | null => {
    const value = said(name);
    return value === null ? null : day(value);
  };
  const year = event.details['year'];
  const source = said('source');
  const lines = [
    source === null ? null : words(language, `rectification-source.${source}`),
    said('document'),
    typeof year === 'number' ? t('history.ofYear', { year }) : null,
    said('to'),
    said('person'),
    date('deadline') === null ? null : t('history.until', { day: date('deadline') }),
    date('before') === null || date('before') === date('deadline')
      ? null
      : t('history.before', { day: date('before') }),
    date('expiresOn') === null ? null : t('history.until', { day: date('expiresOn') }),
    said('title'),
    said('reason'),
    said('demand') === null ? null : t('history.demand', { demand: said('demand') }),
    said('description'),
    date('doneOn') === null ? null : t('history.on', { day: date('doneOn') }),
    said('spent') === null ? null : t('history.spent', { money: groupedDigits(said('spent') ?? '') }),
    said('name'),
    said('note'),
    said('text'),
  ].filter((line) => line !== null);
  return <>{lines.join(' · ')}</>;
}
