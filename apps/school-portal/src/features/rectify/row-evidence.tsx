import { problemOf } from '@junheng/api-client';
import { text as words, type Facts } from '@junheng/evaluation-messages';
import { Button, Notice, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addRowFile, rectificationKeys, rectificationQuery, rowFileUrl } from '../../api/rectifications.ts';
import type { RectificationRow } from '../../api/types.ts';

/** Photos and documents that prove what was done: those there are, and one more. */
export function RowEvidence({ row }: { readonly row: RectificationRow }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { data } = useQuery({ ...rectificationQuery(row.id), enabled: row.evidence > 0 });
  const adding = useMutation({
    mutationFn: (file: File) => addRowFile(row.id, file),
    onSettled: () => client.invalidateQueries({ queryKey: rectificationKeys.all }),
  });
  const refusal = problemOf(adding.error);
  const files = data?.files ?? [];
  return (
    <section className="rectify__evidence" aria-label={t('evidence')}>
      {files.length === 0 ? null : (
        <>
          <h3 className="rectify__label">{t('evidence')}</h3>
          <ul className="rectify__files">
            {files.map(({ id, name }) => (
              <li key={id}>
                <a href={rowFileUrl(row.id, id)} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {adding.error === null ? null : (
        <Notice tone="danger" role="alert">
          {refusal === null
            ? t('notSaved')
            : words(language, `problem.${refusal.code}`, (refusal.facts ?? {}) as Facts)}
        </Notice>
      )}
      {row.status === 'closed' ? null : (
        <div>
          <input
            ref={input}
            hidden
            type="file"
            aria-label={t('addEvidence')}
            accept=".jpg,.jpeg,.png,.webp,.heic,.pdf,.docx,.xlsx"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) adding.mutate(file);
            }}
          />
          <Button busy={adding.isPending} onClick={() => input.current?.click()}>
            {t('addEvidence')}
          </Button>
        </div>
      )}
    </section>
  );
}
