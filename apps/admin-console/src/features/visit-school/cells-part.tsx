import type { VisitChecklist } from '@junheng/api-contract';
import { cellName, text as words, valueText } from '@junheng/evaluation-messages';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { EntryField } from './entry-field.tsx';
import { FoundValues } from './found-values.tsx';
import { readText, readVerified } from './model/visit-entry-text.ts';
import type { OpenVisit } from './use-visit.ts';

/** Values to verify (现场核实): what was reported beside what was found; a difference must be explained. */
export function CellsPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { cells } = open.visit.checklist;
  const { reportedIn } = open.visit;
  const counts = cells.length > 0 && cells.every(({ counted }) => counted);
  return (
    <section className="vs-part" id="verify" aria-labelledby="verify-title">
      <h2 id="verify-title">{t(counts ? 'cells.titleCounted' : 'cells.title')}</h2>
      {cells.length === 0 ? null : (
        <p className="vs-muted">
          {counts
            ? t('cells.toCount')
            : reportedIn === null
              ? t('cells.notReported')
              : t('cells.reportedIn', { year: reportedIn.year })}
        </p>
      )}
      {cells.length === 0 ? <p>{t('cells.none')}</p> : null}
      <ol className="vs-list">
        {cells.map((cell) => (
          <VerifiedCell key={cell.cell} open={open} cell={cell} />
        ))}
      </ol>
    </section>
  );
}

function VerifiedCell({ open, cell }: { readonly open: OpenVisit; readonly cell: VisitChecklist['cells'][number] }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { itemId, value, reported } = cell;
  const shown = (text: string): string => valueText(language, itemId, text);
  const entry = `verified:${cell.cell}`;
  const typed = open.textOf(entry);
  const read = readVerified(cell, typed);
  const counted = cell.counted;
  const differs = !counted && typed !== '' && read.ok && read.value !== reported;
  const options =
    value.kind === 'choice' ? value.options : value.kind === 'flag' ? (['yes', 'no'] as const) : undefined;
  const unit = cell.unit === null ? '' : words(language, `unit.${cell.unit}`);
  return (
    <li className="vs-card">
      <h3>{cellName(language, cell.cell)}</h3>
      {cell.clause === null ? null : <p className="vs-muted">{cell.clause}</p>}
      <div className="vs-pair">
        {counted ? null : (
          <p className="vs-reported">
            <span className="vs-muted">{t('cells.reported')}</span>
            <strong>{reported === null ? t('cells.nothing') : `${shown(reported)} ${unit}`}</strong>
          </p>
        )}
        <EntryField
          open={open}
          entry={entry}
          label={counted ? t('cells.count') : unit === '' ? t('cells.verified') : t('cells.verifiedIn', { unit })}
          kind={value.kind === 'number' ? 'number' : 'line'}
          read={(text) => readVerified(cell, text)}
          show={shown}
          {...(options === undefined
            ? {}
            : { options: options.map((option) => ({ value: option, label: shown(option) })) })}
        />
        {differs ? <StatusTag tone="warning">{t('cells.differs')}</StatusTag> : null}
        {!counted && typed !== '' && !differs && read.ok ? (
          <StatusTag tone="success">{t('cells.same')}</StatusTag>
        ) : null}
      </div>
      <FoundValues open={open} entry={entry} show={(text) => (unit === '' ? shown(text) : `${shown(text)} ${unit}`)} />
      <EntryField
        open={open}
        entry={`reason:${cell.cell}`}
        label={t(differs ? 'cells.reasonDiffers' : counted ? 'cells.reasonCounted' : 'cells.reason')}
        kind="area"
        read={readText}
      />
    </li>
  );
}
