import type { WriteCommentRequest } from '@junheng/api-contract';
import { Button, StatusTag } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { commentsQuery, writeComment } from '../../server/self-reports.ts';

type Audience = WriteCommentRequest['audience'];

const audiences: readonly Audience[] = ['school', 'reviewers'];

/** Words at a cell (批注): with the school, or among the reviewers. */
export function CellComments({ reportId, cell }: { readonly reportId: string; readonly cell: string }) {
  const { t } = useTranslation('comment');
  const { instant } = useFormat();
  const client = useQueryClient();
  const query = useQuery(commentsQuery(reportId));
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<Audience>('school');
  const writing = useMutation({
    mutationFn: (sent: string) => writeComment(reportId, { cell, text: sent.trim(), audience }),
    onSuccess: (comments, sent) => {
      client.setQueryData(commentsQuery(reportId).queryKey, comments);
      // What was typed while it was on its way stays.
      setText((typed) => (typed === sent ? '' : typed));
    },
  });
  return (
    <section className="jc-comments">
      <h3>{t('title')}</h3>
      <Loaded query={query}>
        {({ comments, mayWriteTo }) => {
          const own = comments.filter((comment) => comment.cell === cell);
          return (
            <>
              {own.length === 0 ? <p className="ev-muted">{t('none')}</p> : null}
              <ol className="jc-timeline">
                {own.map((comment) => (
                  <li key={comment.id}>
                    <span>{comment.text}</span>
                    <span className="ev-muted">
                      {t('by', { by: comment.by, at: instant(comment.at) })}{' '}
                      {comment.ofSchool ? <StatusTag>{t('ofSchool')}</StatusTag> : null}
                      {comment.audience === 'reviewers' ? (
                        <StatusTag tone="warning">{t('audience.reviewers')}</StatusTag>
                      ) : null}
                    </span>
                  </li>
                ))}
              </ol>
              <RefusalNotice error={writing.error} />
              <textarea
                className="jh-input jc-comments__text"
                aria-label={t('write')}
                placeholder={t('write')}
                title={t('help')}
                rows={2}
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <span className="jc-comments__send">
                {mayWriteTo.length < 2 ? null : (
                  <select
                    className="jh-input jc-filters__select"
                    aria-label={t('audience.school')}
                    value={audience}
                    onChange={(event) => setAudience(event.target.value === 'reviewers' ? 'reviewers' : 'school')}
                  >
                    {audiences.map((each) => (
                      <option key={each} value={each}>
                        {t(`audience.${each}`)}
                      </option>
                    ))}
                  </select>
                )}
                <Button
                  size="small"
                  busy={writing.isPending}
                  disabled={text.trim().length < 2}
                  onClick={() => writing.mutate(text)}
                >
                  {t('send')}
                </Button>
              </span>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
