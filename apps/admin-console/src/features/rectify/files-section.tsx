import type { Rectification } from '@junheng/api-contract';
import { Button, ConfirmButton } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { addFile, fileUrl, rectificationKeys, removeFile } from '../../server/rectifications.ts';

/** Photos and documents that prove what was done (佐证). */
export function FilesSection({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const { instant } = useFormat();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: rectificationKeys.all });
  const adding = useMutation({ mutationFn: (file: File) => addFile(row.id, file), onSettled });
  const removing = useMutation({ mutationFn: (fileId: string) => removeFile(row.id, fileId), onSettled });
  return (
    <section className="jc-part">
      <div className="jc-chart__head">
        <h2 className="jc-h2">{t('files.title')}</h2>
        {row.may.work ? (
          <>
            <input
              ref={input}
              hidden
              type="file"
              aria-label={t('files.add')}
              accept=".jpg,.jpeg,.png,.webp,.heic,.pdf,.docx,.xlsx"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) adding.mutate(file);
                event.target.value = '';
              }}
            />
            <Button busy={adding.isPending} onClick={() => input.current?.click()}>
              {t('files.add')}
            </Button>
          </>
        ) : null}
      </div>
      <RefusalNotice error={adding.error ?? removing.error} />
      {row.files.length === 0 ? (
        <p className="jc-surface jc-padded ev-muted">{t('files.none')}</p>
      ) : (
        <ul className="jc-surface jc-padded jc-ledger__measures">
          {row.files.map(({ id, name, added }) => (
            <li key={id}>
              <div>
                <a href={fileUrl(row.id, id)} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <span className="ev-table__aside">{`${instant(added.at)} ${added.by}`}</span>
              </div>
              {row.may.work ? (
                <ConfirmButton
                  variant="quiet"
                  size="small"
                  title={t('files.removeTitle')}
                  description={t('files.removeText')}
                  onConfirm={() =>
                    removing.mutateAsync(id).then(
                      () => undefined,
                      () => undefined,
                    )
                  }
                >
                  {t('files.remove')}
                </ConfirmButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
