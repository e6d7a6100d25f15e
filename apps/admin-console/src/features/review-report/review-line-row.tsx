import { cellName, text as words, unitOfItem } from '@junheng/evaluation-messages';
import { cellText } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percentText, type Change } from './model/change.ts';
import type { ReviewLine } from './model/review-lines.ts';
import { CommentCount } from './comment-count.tsx';
import { LineRemarks, type Reply } from './line-remarks.tsx';
import { MarkEditor } from './mark-editor.tsx';

export interface ReviewLineRowProps {
  readonly reportId: string;
  readonly line: ReviewLine;
  readonly open: boolean;
  readonly onHistory: (cell: string) => void;
  readonly onReply: Reply | null;
  /** Null where the person may not return it. */
  readonly marking: {
    readonly reason: string | undefined;
    readonly onMark: (reason: string) => void;
    readonly onUnmark: () => void;
  } | null;
}

/** One cell: value (opens its history), last year, change, checks and reasons, the reviewer's mark. */
export function ReviewLineRow({ reportId, line, open, onHistory, onReply, marking }: ReviewLineRowProps) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const name = cellName(language, line.cell);
  const shown = (value: string) => cellText(language, line.cell, value, line.unit);
  const unit = unitOfItem(language, line.itemId, line.unit, line.value ?? undefined);
  const marked = marking?.reason !== undefined;
  const [begun, setBegun] = useState(false);
  const hard = line.findings.some(({ finding }) => finding.severity === 'hard');
  const tones = [line.changed ? 'jc-line--changed' : '', marked ? 'jc-line--marked' : '', hard ? 'jc-line--hard' : ''];
  return (
    <>
      <tr className={tones.join(' ')}>
        <th scope="row" className="ev-table__name">
          {words(language, `item.${line.itemId}`)}
          {line.stage === null ? null : <span className="jc-stage">{words(language, `stage.${line.stage}`)}</span>}
          {line.changed ? <span className="ev-flag ev-flag--warning">{t('changedTag')}</span> : null}
        </th>
        <td className={`ev-table__number${open ? ' ev-cell--open' : ''}`}>
          <button
            type="button"
            className="ev-why"
            aria-label={`${name} ${line.value === null ? t(line.required ? 'missing' : 'optional') : shown(line.value)}`}
            onClick={() => onHistory(line.cell)}
          >
            {line.value === null ? (
              <span className={line.required ? 'jc-danger' : 'ev-muted'}>
                {line.required ? t('missing') : t('optional')}
              </span>
            ) : (
              <b>{shown(line.value)}</b>
            )}
          </button>
          {line.value === null || unit === '' ? null : <span className="jc-unit">{unit}</span>}
          {line.atDecision === null ? null : (
            <span className="jc-line__before">
              {t('atReturn', { value: line.atDecision.value === null ? t('missing') : shown(line.atDecision.value) })}
            </span>
          )}
        </td>
        <td className="ev-table__number ev-muted jc-line__last" data-label={t('column.lastYear')}>
          {line.lastYear === null ? '—' : shown(line.lastYear)}
        </td>
        <td className="ev-table__number jc-line__change" data-label={t('column.change')}>
          <ChangeText change={line.change} large={line.large} />
        </td>
        <td className="ev-table__number ev-muted jc-line__band" data-label={t('column.band')}>
          {line.band === null ? (
            '—'
          ) : (
            <span title={t('bandHelp', { count: line.band.schools })}>
              {shown(line.band.low)}–{shown(line.band.high)}
            </span>
          )}
        </td>
        <td className="jc-line__remarks">
          <LineRemarks line={line} onReply={onReply} />
          <CommentCount reportId={reportId} cell={line.cell} name={name} onOpen={() => onHistory(line.cell)} />
        </td>
        {marking === null ? null : (
          <td className="jc-line__mark">
            {marking.reason === undefined ? (
              <button
                type="button"
                className="jc-quiet"
                aria-label={t('markOf', { name })}
                onClick={() => {
                  setBegun(true);
                  marking.onMark('');
                }}
              >
                {t('mark')}
              </button>
            ) : (
              <button type="button" className="jc-quiet" onClick={marking.onUnmark}>
                {t('unmark')}
              </button>
            )}
          </td>
        )}
      </tr>
      {marking?.reason === undefined ? null : (
        <tr className="jc-line--marked jc-line__editor">
          <td colSpan={7}>
            <MarkEditor name={name} reason={marking.reason} begun={begun} onMark={marking.onMark} />
          </td>
        </tr>
      )}
    </>
  );
}

function ChangeText({ change, large }: { readonly change: Change | null; readonly large: boolean }) {
  const { t } = useTranslation('review');
  if (change === null) return <span className="ev-muted">—</span>;
  if (change.kind === 'same') return <span className="ev-muted">{t('same')}</span>;
  const text = change.kind === 'from-zero' ? t('fromZero') : percentText(change.tenths, change.direction);
  return <span className={large ? 'jc-warning jc-strong' : undefined}>{text}</span>;
}
