import { splitCellKey, type Edition, type ExplanationCell } from '@junheng/evaluation-core';
import { cellName, hasText, unitOfItem } from '@junheng/evaluation-messages';
import { useState } from 'react';
import { cellText } from '../cell-text.ts';
import { useWords } from '../use-words.ts';
import { originPlace, type CellOrigin } from './cell-origin.ts';

export interface ExplanationCellsProps {
  readonly cells: readonly ExplanationCell[];
  readonly origins: readonly CellOrigin[];
  readonly edition: Edition;
  /** Name of a school where cells of several are read. */
  readonly schoolName: (schoolId: string) => string | null;
  readonly formatInstant: (iso: string) => string;
  /** Where a file that proves a cell is opened; without it files are only named. */
  readonly evidenceAddress?: (selfReportId: string, evidenceId: string) => string;
}

const FIRST_CELLS = 12;
const HOWS = ['imported', 'corrected', 'verified'] as const;

/** The cells a number was computed from, and who entered, submitted and approved each. */
export function ExplanationCells(props: ExplanationCellsProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? props.cells : props.cells.slice(0, FIRST_CELLS);
  const several = new Set(props.cells.map((cell) => cell.schoolId)).size > 1;
  return (
    <>
      <ul className="ev-cells">
        {shown.map((cell) => (
          <Cell key={`${cell.schoolId} ${cell.key}`} cell={cell} several={several} {...props} />
        ))}
      </ul>
      {shown.length < props.cells.length ? (
        <button type="button" className="ev-more" onClick={() => setAll(true)}>
          {t('explanation.all', { count: props.cells.length })}
        </button>
      ) : null}
    </>
  );
}

function Cell(props: ExplanationCellsProps & { readonly cell: ExplanationCell; readonly several: boolean }) {
  const { t, language } = useWords();
  const { cell, origins, edition } = props;
  const origin = origins.find((each) => each.schoolId === cell.schoolId && each.cell === cell.key);
  const { itemId } = splitCellKey(cell.key);
  const unit = [...edition.items, ...edition.countyItems].find((item) => item.id === itemId)?.unit ?? null;
  const unitText = unitOfItem(language, itemId, unit, cell.value ?? '');
  const whose =
    cell.schoolId === '' ? t('explanation.countyReport') : (props.schoolName(cell.schoolId) ?? cell.schoolId);
  const place = origin === undefined ? null : originPlace(origin.sourceDetail);
  return (
    <li className={cell.value === null ? 'ev-cells__missing' : undefined}>
      <span className="ev-cells__name">
        {hasText(`item.${itemId}`) ? cellName(language, cell.key) : cell.key}
        {props.several ? <span className="ev-muted"> · {whose}</span> : null}
      </span>
      <span className="ev-cells__value">
        {cell.value === null ? (
          t('explanation.missingCell')
        ) : (
          <>
            {cellText(language, cell.key, cell.value, unit)}
            {unitText === '' ? null : <span className="ev-muted"> {unitText}</span>}
          </>
        )}
      </span>
      <span className="ev-cells__origin">
        {origin === undefined ? (
          t('explanation.unknown')
        ) : (
          <Origin origin={origin} formatInstant={props.formatInstant} />
        )}
        {place === null ? null : <span className="ev-cells__place">{place}</span>}
        {origin === undefined || origin.evidence.length === 0 ? null : (
          <EvidenceNames origin={origin} address={props.evidenceAddress} />
        )}
      </span>
    </li>
  );
}

function Origin({
  origin,
  formatInstant,
}: {
  readonly origin: CellOrigin;
  readonly formatInstant: (iso: string) => string;
}) {
  const { t } = useWords();
  const step = (key: string, by: string | null, at: string | null) =>
    by === null
      ? null
      : t(`explanation.${key}` as 'explanation.entered', { by, at: at === null ? '' : formatInstant(at) });
  const how = HOWS.find((each) => each === origin.source) ?? 'entered';
  const steps = [
    origin.source === 'prefilled' ? t('explanation.prefilled') : step(how, origin.enteredBy, origin.enteredAt),
    step('submitted', origin.submittedBy, origin.submittedAt),
    // What inspectors found is not the school's, and nobody approves it.
    how === 'verified'
      ? null
      : (step('approved', origin.approvedBy, origin.approvedAt) ?? t('explanation.notApproved')),
  ].filter((each) => each !== null);
  return (
    <ol className="ev-cells__steps">
      {steps.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ol>
  );
}

function EvidenceNames(props: {
  readonly origin: CellOrigin;
  readonly address: ExplanationCellsProps['evidenceAddress'];
}) {
  const { t } = useWords();
  const { selfReportId, evidence } = props.origin;
  return (
    <span className="ev-cells__place">
      {t('explanation.evidence')}{' '}
      {evidence.map(({ id, name }, index) => (
        <span key={id}>
          {index === 0 ? null : ' · '}
          {props.address === undefined || selfReportId === null ? (
            name
          ) : (
            <a href={props.address(selfReportId, id)} target="_blank" rel="noreferrer">
              {name}
            </a>
          )}
        </span>
      ))}
    </span>
  );
}
