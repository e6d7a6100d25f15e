import { useTranslation } from 'react-i18next';
import { LONGEST_REASON } from './model/return-marks.ts';

export interface MarkEditorProps {
  readonly name: string;
  readonly reason: string;
  /** The mark was made just now: the reason is typed straight away. */
  readonly begun: boolean;
  readonly onMark: (reason: string) => void;
}

/** The reason of a mark, below its cell; kept as it is typed. */
export function MarkEditor({ name, reason, begun, onMark }: MarkEditorProps) {
  const { t } = useTranslation('review');
  return (
    <div className="jc-mark">
      <textarea
        className="jh-input jc-mark__text"
        aria-label={t('markOf', { name })}
        placeholder={t('markReason')}
        rows={2}
        maxLength={LONGEST_REASON}
        autoFocus={begun}
        value={reason}
        onChange={(event) => onMark(event.target.value)}
      />
      <p className="ev-muted jc-small">{t('markHelp')}</p>
    </div>
  );
}
