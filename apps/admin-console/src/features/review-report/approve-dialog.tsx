import type { ReportReview } from '@junheng/api-contract';
import { Button, Dialog, Notice, TextAreaField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import type { ReviewSheet } from './model/review-lines.ts';

export interface ApproveDialogProps {
  readonly schoolName: string;
  readonly counts: ReviewSheet['counts'];
  /** Where it lies; null while that is not known. */
  readonly review: ReportReview | null;
  readonly openReturns: number;
  readonly marked: number;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onApprove: (note: string | null) => void;
  readonly onClose: () => void;
}

/** The guard before one approval: what is still open is said, warnings are confirmed, errors stop it. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { t } = useTranslation('review');
  const { counts } = props;
  const [seen, setSeen] = useState(false);
  const [note, setNote] = useState('');
  const { review } = props;
  const own = review?.firstApproval?.own === true;
  const stopped = counts.hard > 0 || counts.softWithoutReason > 0 || props.openReturns > 0 || own;
  const next =
    review?.level === null || review === null ? undefined : review.levels[review.levels.indexOf(review.level) + 1];
  const mustConfirm = (counts.soft > 0 || counts.missing > 0) && !stopped;
  return (
    <Dialog
      open
      title={t('approving.title', { name: props.schoolName })}
      onClose={props.onClose}
      footer={
        <Button
          variant="primary"
          busy={props.busy}
          disabled={stopped || (mustConfirm && !seen)}
          onClick={() => props.onApprove(note.trim() === '' ? null : note.trim())}
        >
          {t('approving.submit')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{next === undefined ? t('approving.intro') : t('approving.forward', { level: t(`level.${next}`) })}</p>
        {review?.twoPersonReview === true && (own || review.firstApproval === null) ? (
          <Notice tone={own ? 'danger' : 'info'}>{t(own ? 'approving.secondOwn' : 'approving.second')}</Notice>
        ) : null}
        <RefusalNotice error={props.error} />
        {counts.hard > 0 ? <Notice tone="danger">{t('approving.hard', { count: counts.hard })}</Notice> : null}
        {counts.softWithoutReason > 0 ? (
          <Notice tone="danger">{t('approving.softOpen', { count: counts.softWithoutReason })}</Notice>
        ) : null}
        {props.openReturns > 0 ? (
          <Notice tone="danger">{t('approving.open', { count: props.openReturns })}</Notice>
        ) : null}
        {props.marked > 0 ? <Notice tone="warning">{t('approving.marked', { count: props.marked })}</Notice> : null}
        {mustConfirm ? (
          <Notice tone="warning">
            {counts.missing > 0 ? <p>{t('approving.missing', { count: counts.missing })}</p> : null}
            {counts.soft > 0 ? <p>{t('approving.soft', { count: counts.soft })}</p> : null}
            <label className="jc-check">
              <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
              {t('approving.softSeen')}
            </label>
          </Notice>
        ) : null}
        <TextAreaField
          label={t('approving.note')}
          maxLength={500}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
