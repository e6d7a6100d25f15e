import { useTexts } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commentsQuery, writeComment } from '../../api/report-comments.ts';
import { useDates } from './use-dates.ts';
import { WrittenAnswer } from './written-answer.tsx';

/** What the bureau and the school said about a cell; the school answers. Absent while nothing was said. */
export function CellComments({ reportId, cell }: { readonly reportId: string; readonly cell: string }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const client = useQueryClient();
  const { data } = useQuery(commentsQuery(reportId));
  const [answering, setAnswering] = useState(false);
  const own = (data?.comments ?? []).filter((comment) => comment.cell === cell);
  if (own.length === 0) return null;
  return (
    <div className="return-note return-note--settled">
      <p className="return-note__title">{t('comments.title')}</p>
      {own.map((comment) => (
        <p key={comment.id} className="return-note__reason">
          {comment.text}
          <span className="return-note__by">
            {t('returned.by', { by: comment.by, time: dates.moment(comment.at) })}
          </span>
        </p>
      ))}
      {answering ? (
        <WrittenAnswer
          label={t('comments.answerLabel')}
          submitText={t('comments.send')}
          tooShort={t('comments.tooShort')}
          initial=""
          draftKey={`comment-${reportId}-${cell}`}
          onSave={async (text) => {
            client.setQueryData(commentsQuery(reportId).queryKey, await writeComment(reportId, cell, text));
          }}
          onSaved={() => setAnswering(false)}
        />
      ) : (
        <button type="button" className="link-button" onClick={() => setAnswering(true)}>
          {t('comments.answer')}
        </button>
      )}
    </div>
  );
}
