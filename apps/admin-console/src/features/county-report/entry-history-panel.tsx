import type { Edition } from '@junheng/evaluation-core';
import { countyCellDefinition } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { SidePanel } from '../../display/side-panel.tsx';
import { useFormat } from '../../display/use-format.ts';
import { countyHistoryQuery } from '../../server/county-reports.ts';

/** What a history is shown of: a figure, or what is said of a topic. */
export interface HistorySubject {
  readonly title: string;
  /** Keys of the entries it is made of. */
  readonly entries: readonly string[];
}

export interface EntryHistoryPanelProps {
  readonly reportId: string;
  /** The panel asks anew after each save. */
  readonly revision: number;
  readonly edition: Edition;
  readonly subject: HistorySubject;
  readonly onClose: () => void;
}

/** Who entered what, when, from what to what. */
export function EntryHistoryPanel({ reportId, revision, edition, subject, onClose }: EntryHistoryPanelProps) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const query = useQuery(countyHistoryQuery(reportId, revision));
  const shown = (entry: string, value: string): string => {
    const cell = countyCellDefinition(edition, entry);
    if (cell !== undefined) return cellText(language, entry, value, cell.item.unit);
    const expected = `county-expected.${value}`;
    return entry.endsWith('#expected') && hasText(expected) ? words(language, expected) : value;
  };
  const fieldOf = (entry: string): string => {
    const field = `county-overview.column.${entry.slice(entry.indexOf('#') + 1)}`;
    return subject.entries.length > 1 && hasText(field) ? `${words(language, field)}: ` : '';
  };
  return (
    <SidePanel label={t('history.title')} title={subject.title} subject={subject.entries.join(' ')} onClose={onClose}>
      <Loaded query={query}>
        {({ entries }) => {
          const own = entries.filter(({ cell }) => subject.entries.includes(cell));
          return own.length === 0 ? (
            <EmptyState title={t('history.empty')} />
          ) : (
            <ol className="jc-timeline">
              {own.map(({ cell, revision: at, before, after, source, by, at: when }) => (
                <li key={`${cell} ${at}`}>
                  <b>
                    {fieldOf(cell)}
                    {after === null
                      ? t('history.cleared', { before: before === null ? '—' : shown(cell, before) })
                      : before === null
                        ? t('history.set', { after: shown(cell, after) })
                        : t('history.changed', { before: shown(cell, before), after: shown(cell, after) })}
                  </b>
                  <span className="ev-muted">
                    {t('history.by', { by, at: instant(when) })}
                    {source === 'prefilled' ? ` · ${t('prefilled')}` : ''}
                  </span>
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </SidePanel>
  );
}
