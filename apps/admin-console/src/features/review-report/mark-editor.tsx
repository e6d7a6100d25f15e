import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_REASON } from './model/return-marks.ts';

export interface MarkEditorProps {
  readonly name: string;
  /** Undefined: not marked. */
  readonly reason: string | undefined;
  readonly onMark: (reason: string) => void;
  readonly onUnmark: () => void;
}

/** The reviewer's mark on a cell: the reason is written right there and kept as it is typed. */
export function MarkEditor({ name, reason, onMark, onUnmark }: MarkEditorProps) {
  const { t } = useTranslation('review');
  const [begun, setBegun] = useState(false);
  if (reason === undefined) {
    return (
      <button
        type="button"
        className="jc-quiet"
        aria-label={t('markOf', { name })}
        onClick={() => {
          setBegun(true);
          onMark('');
        }}
      >
        {t('mark')}
      </button>
    );
  }
  return (
    <div className="jc-mark">
      <textarea
        className="jh-input jc-mark__text"
        aria-label={t('markOf', { name })}
        placeholder={t('markReason')}
        title={t('markHelp')}
        rows={2}
        maxLength={LONGEST_REASON}
        autoFocus={begun}
        value={reason}
        onChange={(event) => onMark(event.target.value)}
      />
      <button type="button" className="jc-quiet" onClick={onUnmark}>
        {t('unmark')}
      </button>
    </div>
  );
}
