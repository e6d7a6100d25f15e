import type { CountyReport } from '@junheng/api-contract';
import type { CheckFinding, CountyCellDefinition, Edition } from '@junheng/evaluation-core';
import { cellName, hasText, text as words, unitOfItem } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { Button, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { HistorySubject } from './entry-history-panel.tsx';
import { EntryState } from './entry-state.tsx';
import { FigureInput, WordsInput } from './entry-field.tsx';
import { HistoryButton } from './history-button.tsx';
import { findingsAt, linesOf, reasonKey, type ItemLine } from './model/county-entries.ts';
import { ReturnedHere, type ReturnedHereProps } from './returned-here.tsx';
import type { EntrySaving } from './use-entry-saving.ts';

export interface ItemsGroupProps {
  readonly edition: Edition;
  readonly report: CountyReport;
  readonly section: string;
  readonly findings: readonly CheckFinding[];
  readonly saving: EntrySaving;
  readonly locked: boolean;
  readonly onHistory: (subject: HistorySubject) => void;
  readonly onReturn: ReturnedHereProps['onReturn'];
}

/** The figures of one group of items, with what is known beside each: last year, what the schools add up to, what is wrong. */
export function ItemsGroup(props: ItemsGroupProps) {
  const { language } = useLanguage();
  return (
    <section className="jc-county__group" aria-label={words(language, `section.${props.section}`)}>
      <h3 className="jc-h3">{words(language, `section.${props.section}`)}</h3>
      <ul className="jc-county__lines">
        {linesOf(props.edition, props.report.entries, props.section).map((line) => (
          <Line key={`${line.item.id}.${line.stage ?? ''}`} line={line} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Line(props: ItemsGroupProps & { readonly line: ItemLine }) {
  const { language } = useLanguage();
  const { t } = useTranslation('county');
  const { line } = props;
  const [first] = line.cells;
  if (first === undefined) return null;
  const help = `item.${line.item.id}.help`;
  const unit = unitOfItem(language, line.item.id, line.item.unit, '');
  return (
    <li className="jc-county__line">
      <div className="jc-county__name">
        <span>{cellName(language, first.key)}</span>
        {unit === '' ? null : <span className="ev-muted"> {unit}</span>}
        {first.required ? null : <span className="ev-muted"> {t('optional')}</span>}
        {hasText(help) ? <p className="jc-small ev-muted">{words(language, help)}</p> : null}
      </div>
      <div className="jc-county__cells">
        {line.cells.map((cell) => (
          <Figure key={cell.key} cell={cell} several={line.cells.length > 1} {...props} />
        ))}
      </div>
    </li>
  );
}

function Figure(props: ItemsGroupProps & { readonly cell: CountyCellDefinition; readonly several: boolean }) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { cell, report, saving, locked } = props;
  const { key, item } = cell;
  const shown = (value: string): string => cellText(language, key, value, item.unit);
  const lastYear = report.lastYear?.[key];
  const counted = report.counted[key];
  const registered = report.registered[key];
  const year = t('year', { year: report.round.year - cell.yearsBack });
  const title = props.several ? `${cellName(language, key)} · ${year}` : cellName(language, key);
  return (
    <div className="jc-county__cell">
      {props.several ? <span className="jc-county__year">{year}</span> : null}
      <FigureInput cell={cell} saving={saving} locked={locked} label={cellName(language, key)} />
      <EntryState entry={key} saving={saving} shown={shown} />
      {report.entrySources[key] === 'prefilled' ? <StatusTag>{t('prefilled')}</StatusTag> : null}
      {lastYear === undefined ? null : (
        <span className="jc-small ev-muted">{t('lastYear', { value: shown(lastYear) })}</span>
      )}
      {counted === undefined ? null : (
        <span className="jc-small ev-muted">
          {t('counted', { total: shown(counted.total), schools: counted.schools, missing: counted.missing })}{' '}
          {locked || saving.valueOf(key) === counted.total ? null : (
            <Button variant="quiet" size="small" onClick={() => saving.put(key, counted.total)}>
              {t('takeCounted')}
            </Button>
          )}
        </span>
      )}
      {registered === undefined ? null : (
        <span className="jc-small ev-muted">
          {t('registered', { value: shown(registered.value), rows: registered.rows })}{' '}
          {locked || saving.valueOf(key) === registered.value ? null : (
            <Button variant="quiet" size="small" onClick={() => saving.put(key, registered.value)}>
              {t('takeRegistered')}
            </Button>
          )}
        </span>
      )}
      <HistoryButton
        report={report}
        subject={{
          title,
          entries: [key],
        }}
        onHistory={props.onHistory}
      />
      <ReturnedHere report={report} anchors={[key]} name={title} onReturn={props.onReturn} />
      {findingsAt(props.findings, key).map((finding) => (
        <Finding key={finding.ruleId} finding={finding} {...props} />
      ))}
    </div>
  );
}

/** What is wrong and what to do; a soft finding takes its reason here. */
function Finding(
  props: Pick<ItemsGroupProps, 'saving' | 'locked'> & {
    readonly finding: CheckFinding;
    readonly cell: CountyCellDefinition;
  },
) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { finding, cell } = props;
  const entry = reasonKey(finding.ruleId, cell.key);
  return (
    <div className={finding.severity === 'hard' ? 'jc-county__problem' : 'jc-county__warning'}>
      <p>{words(language, finding.messageKey, finding.facts)}</p>
      <p className="jc-small">{words(language, finding.hintKey, finding.facts)}</p>
      {finding.severity === 'soft' ? (
        <WordsInput entry={entry} saving={props.saving} locked={props.locked} label={t('reason')} rows={1} />
      ) : null}
    </div>
  );
}
