import type { ImportPurpose, School } from '@junheng/api-contract';
import { cellName, valueText } from '@junheng/evaluation-messages';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blockOf, type Destination, type ImportSchool } from './model/mapping.ts';

export interface SchoolMappingRowProps {
  readonly school: ImportSchool;
  readonly purpose: ImportPurpose;
  readonly register: readonly School[];
  readonly destination: Destination;
  readonly onChoose: (schoolId: string | null | undefined) => void;
}

const LEAVE_OUT = '-';

export function SchoolMappingRow({ school, purpose, register, destination, onChoose }: SchoolMappingRowProps) {
  const { t } = useTranslation('import');
  const block = blockOf(school, purpose);
  const value = destination.kind === 'left-out' ? LEAVE_OUT : destination.kind === 'school' ? destination.schoolId : '';
  const [changing, setChanging] = useState(false);
  const choose = (chosen: string) => {
    if (chosen === LEAVE_OUT) onChoose(null);
    else onChoose(chosen === school.schoolId || chosen === '' ? undefined : chosen);
  };
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        {school.name}
        <span className="ev-table__aside">
          {[school.code, t('preview.rowsAt', { rows: school.rows.map((row) => row.row).join(', ') })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        {destination.kind === 'school' && destination.how !== 'chosen' && !changing ? (
          <>
            {destination.name}{' '}
            <button
              type="button"
              className="jc-quiet"
              aria-label={t('preview.changeOf', { name: school.name })}
              onClick={() => setChanging(true)}
            >
              {t('preview.change')}
            </button>
          </>
        ) : (
          <TargetSelect school={school} register={register} value={value} onChoose={choose} />
        )}
        <span className="ev-table__aside">
          {t(`preview.match.${destination.kind === 'school' ? destination.how : 'none'}`)}
        </span>
      </td>
      <td className="jc-nowrap">
        {t('preview.cells', { count: purpose === 'prefill' ? school.prefill.fills : school.cellCount })}
      </td>
      <td>
        {purpose === 'prefill' ? <Keeps keeps={school.prefill.keeps} /> : <Replaces replaces={school.replaces} />}
      </td>
      <td>
        {destination.kind === 'undecided' ? (
          <StatusTag tone="warning">{t('preview.match.none')}</StatusTag>
        ) : destination.kind === 'left-out' ? (
          <StatusTag>{t('preview.leaveOut')}</StatusTag>
        ) : block !== null && destination.how !== 'chosen' ? (
          <StatusTag tone="danger">{t(`preview.blocked.${block}`)}</StatusTag>
        ) : (
          <StatusTag tone="success">{t('preview.ready')}</StatusTag>
        )}
      </td>
    </tr>
  );
}

function TargetSelect(props: {
  readonly school: ImportSchool;
  readonly register: readonly School[];
  readonly value: string;
  readonly onChoose: (chosen: string) => void;
}) {
  const { t } = useTranslation('import');
  const { school, register, value } = props;
  const candidates = new Set(school.candidates.map((each) => each.schoolId));
  // Likely ones first.
  const ordered = [...register].sort((a, b) => Number(candidates.has(b.id)) - Number(candidates.has(a.id)));
  return (
    <select
      className="jh-input jc-filters__select jc-mapping"
      aria-label={`${school.name}: ${t('preview.school.target')}`}
      value={value}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {value === '' ? <option value="">{t('preview.pick')}</option> : null}
      <option value={LEAVE_OUT}>{t('preview.leaveOut')}</option>
      {school.schoolId !== null && !register.some((each) => each.id === school.schoolId) ? (
        <option value={school.schoolId}>{school.schoolName ?? school.name}</option>
      ) : null}
      {ordered.map((each) => (
        <option key={each.id} value={each.id}>
          {each.id === school.schoolId ? t('preview.keepMatch', { name: each.name }) : each.name}
        </option>
      ))}
    </select>
  );
}

function Replaces({ replaces }: { readonly replaces: ImportSchool['replaces'] }) {
  const { t } = useTranslation('import');
  const { language } = useLanguage();
  if (replaces.length === 0) return <span className="ev-muted">—</span>;
  const shown = (cell: string, value: string) => valueText(language, cell.split('.')[0] ?? cell, value);
  return (
    <details>
      <summary className="jc-warning">{t('preview.replacing', { count: replaces.length })}</summary>
      <ul className="jc-plainlist jc-small">
        {replaces.map(({ cell, before, after }) => (
          <li key={cell}>
            {t('preview.replaceOne', {
              name: cellName(language, cell),
              before: shown(cell, before),
              after: shown(cell, after),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What prefilling leaves as it is, and why. */
function Keeps({ keeps }: { readonly keeps: ImportSchool['prefill']['keeps'] }) {
  const { t } = useTranslation('import');
  const { language } = useLanguage();
  if (keeps.length === 0) return <span className="ev-muted">—</span>;
  const shown = (cell: string, value: string) => valueText(language, cell.split('.')[0] ?? cell, value);
  return (
    <details>
      <summary>{t('preview.keeping', { count: keeps.length })}</summary>
      <ul className="jc-plainlist jc-small">
        {keeps.map(({ cell, own, imported, why }) => (
          <li key={cell}>
            {t(`preview.keep.${why}`, {
              name: cellName(language, cell),
              own: own === null ? '—' : shown(cell, own),
              imported: shown(cell, imported),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
