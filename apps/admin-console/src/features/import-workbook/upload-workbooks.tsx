import { hasText, type Facts, type ImportProblemCode } from '@junheng/evaluation-messages';
import { importProblemText } from '@junheng/evaluation-messages/workbook-import';
import { Button, Notice, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../display/refusal-text.ts';
import { importKeys, uploadWorkbooks } from '../../server/imports.ts';
import { asRefusal, type Refusal } from '../../server/refusal.ts';
import { DropZone } from './drop-zone.tsx';

export interface UploadWorkbooksProps {
  readonly roundId: string;
  readonly onRead: (importId: string) => void;
}

/** Choose or drop files, then have them read. A refusal names file and reason and keeps the choice. */
export function UploadWorkbooks({ roundId, onRead }: UploadWorkbooksProps) {
  const { t } = useTranslation('import');
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const uploading = useMutation({
    mutationFn: () => uploadWorkbooks(roundId, files),
    onSuccess: async (preview) => {
      client.setQueryData(importKeys.one(preview.id), preview);
      await client.invalidateQueries({ queryKey: importKeys.list(roundId) });
      onRead(preview.id);
    },
  });
  const add = (chosen: readonly File[]) => {
    uploading.reset();
    // The same name again is the mended file.
    const names = new Set(chosen.map((file) => file.name));
    setFiles([...files.filter((file) => !names.has(file.name)), ...chosen]);
  };
  return (
    <section className="jc-surface jc-padded jc-stack">
      <DropZone disabled={uploading.isPending} onFiles={add} />
      {uploading.error === null ? null : <Refused refusal={asRefusal(uploading.error)} />}
      {files.length === 0 ? null : (
        <div className="jc-files">
          <h3 className="jc-h3">{t('chosen')}</h3>
          <ul>
            {files.map((file) => (
              <li key={file.name}>
                <span>{file.name}</span>
                <span className="ev-muted">
                  {t('preview.size', { kilobytes: Math.max(1, Math.round(file.size / 1024)) })}
                </span>
                <button
                  type="button"
                  className="jc-quiet"
                  aria-label={t('remove', { name: file.name })}
                  disabled={uploading.isPending}
                  onClick={() => setFiles(files.filter((each) => each !== file))}
                >
                  ✕
                </button>
              </li>
            ))}
          </ul>
          <div className="jc-formfoot">
            {uploading.isPending ? (
              <span className="jc-busy" role="status">
                {t('reading')}
              </span>
            ) : null}
            <Button variant="primary" busy={uploading.isPending} onClick={() => uploading.mutate()}>
              {t('read', { count: files.length })}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('import');
  const { language } = useLanguage();
  const lines = refusal.problems.filter((problem) => hasText(`import-problem.${problem.code}`));
  return (
    <Notice tone="danger" role="alert" title={t('refusedTitle')}>
      {lines.length === 0 ? <p>{refusalText(language, refusal)}</p> : null}
      <ul className="jc-plainlist">
        {lines.map((problem) => (
          <li key={`${problem.at} ${problem.code}`}>
            <b>{problem.at}</b>{' '}
            {importProblemText(language, problem.code as ImportProblemCode, (problem.facts ?? {}) as Facts)}
          </li>
        ))}
      </ul>
      <p>{t('refusedHelp')}</p>
    </Notice>
  );
}
