import { useTexts } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { commentsQuery, writeComment } from '../../api/report-comments.ts';
import type { ReportComment } from '../../api/types.ts';
import { useDates } from './use-dates.ts';
import { WrittenAnswer } from './written-answer.tsx';

const AtCells = createContext<ReadonlyMap<string, readonly ReportComment[]>>(new Map());

/** Reads the words at the cells of a report once, for all the cells inside. */
export function CommentsAtCells({ reportId, children }: { readonly reportId: string; readonly children: ReactNode }) {
  const { data } = useQuery(commentsQuery(reportId));
  const atCells = useMemo(() => {
    const byCell = new Map<string, ReportComment[]>();
    for (const comment of data?.comments ?? []) {
      const before = byCell.get(comment.cell);
      if (before === undefined) byCell.set(comment.cell, [comment]);
      else before.push(comment);
    }
    return byCell;
  }, [data]);
  return <AtCells value={atCells}>{children}</AtCells>;
}

/** What the bureau and the school said about a cell; the school answers. Absent while nothing was said. */
export function CellComments({ reportId, cell }: { readonly reportId: string; readonly cell: string }) {
  const said = useContext(AtCells).get(cell);
  return said === undefined ? null : <Talk reportId={reportId} cell={cell} said={said} />;
}

interface TalkProps {
  readonly reportId: string;
  readonly cell: string;
  readonly said: readonly ReportComment[];
}

function Talk({ reportId, cell, said }: TalkProps) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const client = useQueryClient();
  const [answering, setAnswering] = useState(false);
  return (
    <div className="return-note return-note--settled">
      <p className="return-note__title">{t('comments.title')}</p>
      {said.map((comment) => (
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
          byHand
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
