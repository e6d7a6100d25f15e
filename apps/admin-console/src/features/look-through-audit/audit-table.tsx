import type { AuditEntryView } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import {
  auditActionText,
  auditCellText,
  auditDetailsText,
  auditValueText,
} from '@junheng/evaluation-messages/audit-log';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import type { AuditParameter } from './model/audit-view.ts';

const FIRST_CHANGES = 4;

export interface AuditTableProps {
  readonly entries: readonly AuditEntryView[];
  readonly onFilter: (name: AuditParameter, value: string) => void;
}

export function AuditTable({ entries, onFilter }: AuditTableProps) {
  const { t } = useTranslation('audit');
  const columns = ['at', 'who', 'what', 'of', 'changes'] as const;
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-audit">
        <caption className="jh-visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} onFilter={onFilter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AuditRow({
  entry,
  onFilter,
}: {
  readonly entry: AuditEntryView;
  readonly onFilter: AuditTableProps['onFilter'];
}) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { actor, school, subject, changes } = entry;
  const details = auditDetailsText(language, entry.details);
  const noun = hasText(`audit-noun.${subject.kind}`) ? words(language, `audit-noun.${subject.kind}`) : subject.kind;
  return (
    <tr>
      <td className="jc-audit__at">
        <time dateTime={entry.at} title={t('inChain', { sequence: entry.sequence })}>
          {instant(entry.at)}
        </time>
        {entry.countyName === null ? null : <span className="ev-table__aside">{entry.countyName}</span>}
      </td>
      <th scope="row" className="jc-audit__who">
        <Who actor={actor} onFilter={onFilter} />
        {actor.address === null ? null : (
          <span className="ev-table__aside">{t('from_address', { address: actor.address })}</span>
        )}
      </th>
      <td>{auditActionText(language, entry.action)}</td>
      <td>
        {school === null ? (
          (subject.name ?? noun)
        ) : (
          <button
            type="button"
            className="jc-link"
            title={t('onlySchool', { name: school.name ?? '' })}
            onClick={() => onFilter('school', school.id)}
          >
            {school.name ?? noun}
          </button>
        )}
        <span className="ev-table__aside">{noun}</span>
      </td>
      <td className="jc-audit__changes">
        <Changes changes={changes} onFilter={onFilter} />
        {details.length === 0 ? null : <span className="ev-table__aside">{details.join(' · ')}</span>}
      </td>
    </tr>
  );
}

function Who({
  actor,
  onFilter,
}: {
  readonly actor: AuditEntryView['actor'];
  readonly onFilter: AuditTableProps['onFilter'];
}) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  const { personId } = actor;
  if (actor.kind === 'anonymous') return <>{t('anonymous')}</>;
  if (actor.kind === 'system' || personId === null) {
    const word = `audit-value.${actor.name ?? ''}`;
    return <>{t('system', { process: hasText(word) ? words(language, word) : (actor.name ?? '') })}</>;
  }
  return (
    <button
      type="button"
      className="jc-link"
      title={t('onlyPerson', { name: actor.name ?? '' })}
      onClick={() => onFilter('person', personId)}
    >
      {actor.name}
    </button>
  );
}

function Changes({
  changes,
  onFilter,
}: {
  readonly changes: AuditEntryView['changes'];
  readonly onFilter: AuditTableProps['onFilter'];
}) {
  const { t } = useTranslation('audit');
  if (changes.length === 0) return null;
  const [first, others] = [changes.slice(0, FIRST_CHANGES), changes.slice(FIRST_CHANGES)];
  return (
    <>
      <ChangeList changes={first} onFilter={onFilter} />
      {others.length === 0 ? null : (
        <details>
          <summary>{t('moreChanges', { count: others.length })}</summary>
          <ChangeList changes={others} onFilter={onFilter} />
        </details>
      )}
    </>
  );
}

function ChangeList({
  changes,
  onFilter,
}: {
  readonly changes: AuditEntryView['changes'];
  readonly onFilter: AuditTableProps['onFilter'];
}) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  return (
    <ul className="jc-audit__list">
      {changes.map(({ cell, before, after }) => (
        <li key={cell}>
          <button type="button" className="jc-link" title={t('onlyThis')} onClick={() => onFilter('cell', cell)}>
            {auditCellText(language, cell)}
          </button>{' '}
          <span className="jc-audit__before">{auditValueText(language, cell, before)}</span>
          {' → '}
          <b>{auditValueText(language, cell, after)}</b>
        </li>
      ))}
    </ul>
  );
}
