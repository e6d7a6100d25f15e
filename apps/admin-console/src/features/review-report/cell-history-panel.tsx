import { splitCellKey, type Edition } from '@junheng/evaluation-core';
import { cellName } from '@junheng/evaluation-messages';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { cellText } from '@junheng/evaluation-ui';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { SidePanel } from '../../display/side-panel.tsx';
import { useFormat } from '../../display/use-format.ts';
import type { CellHistory } from '../../server/contract-shapes.ts';
import { CellComments } from './cell-comments.tsx';
import { CellEvidence } from './cell-evidence.tsx';
import { cellHistoryQuery } from '../../server/self-reports.ts';

/** Who changed a cell, when, from what to what, and where the value came from; what was said about it and what proves it. */
export function CellHistoryPanel(props: {
  readonly reportId: string;
  readonly edition: Edition;
  readonly cell: string;
  readonly unit: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const query = useQuery(cellHistoryQuery(props.reportId, props.cell));
  return (
    <SidePanel
      label={t('history.title')}
      title={cellName(language, props.cell)}
      subject={props.cell}
      onClose={props.onClose}
    >
      <Loaded query={query}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState title={t('history.empty')} />
          ) : (
            <ol className="jc-timeline">
              {entries.map((entry) => (
                <Entry key={`${entry.revision} ${entry.at}`} entry={entry} unit={props.unit} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <CellComments key={props.cell} reportId={props.reportId} cell={props.cell} />
      <CellEvidence reportId={props.reportId} edition={props.edition} itemId={splitCellKey(props.cell).itemId} />
    </SidePanel>
  );
}

const prefilledFrom = ['register', 'last-year', 'statistics'] as const;

function Entry({ entry, unit }: { readonly entry: CellHistory['entries'][number]; readonly unit: string | null }) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const shown = (value: string) => cellText(language, entry.cell, value, unit);
  const { before, after } = entry;
  const what =
    after === null
      ? t('history.cleared', { before: before === null ? '—' : shown(before) })
      : before === null
        ? t('history.set', { after: shown(after) })
        : t('history.changed', { before: shown(before), after: shown(after) });
  const known = prefilledFrom.find((each) => each === entry.sourceDetail?.['from']);
  const place = Object.entries(entry.sourceDetail ?? {}).filter(([name]) => name !== 'from' && name !== 'importId');
  const detail = [known === undefined ? null : t(`history.from.${known}`), ...place.map(([, value]) => value)]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
  return (
    <li>
      <b>{what}</b>
      <span className="ev-muted">{t('by', { by: entry.by, at: instant(entry.at) })}</span>
      <span className="ev-muted">
        {[t(`source.${entry.source}`), detail, t('history.revision', { revision: entry.revision })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
