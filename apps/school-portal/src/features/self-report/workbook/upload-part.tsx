import { FileDrop, Notice, Spinner, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadWorkbook, workbookQuery } from '../../../api/report-workbooks.ts';
import type { OpenReport } from '../use-report.ts';
import { useFailureText } from './use-failure-text.ts';

/** As the server's limit; larger files are not sent at all. */
const LARGEST_BYTES = 5 * 1024 * 1024;
const ACCEPT = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly text: string };

export interface UploadPartProps {
  readonly open: OpenReport;
  readonly onReading: (reading: boolean) => void;
  readonly onUploaded: (uploadId: string) => void;
}

/** The second half: choose the filled-in file, and it is checked. Nothing is saved by it. */
export function UploadPart({ open, onReading, onUploaded }: UploadPartProps) {
  const { t } = useTexts('portal');
  const queryClient = useQueryClient();
  const failureText = useFailureText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { report } = open;

  const send = async (file: File): Promise<void> => {
    const { name } = file;
    if (file.size > LARGEST_BYTES) {
      setState({ kind: 'refused', name, text: t('workbook.tooLarge') });
      return;
    }
    setState({ kind: 'reading', name });
    onReading(true);
    try {
      const workbook = await uploadWorkbook(report.id, file);
      queryClient.setQueryData(workbookQuery(report.id, workbook.id).queryKey, workbook);
      onUploaded(workbook.id);
    } catch (error) {
      setState({ kind: 'refused', name, text: failureText(error) });
    } finally {
      onReading(false);
    }
  };
  const busy = state.kind === 'reading';
  return (
    <section className="workbook__way" aria-labelledby="workbook-upload">
      <h2 id="workbook-upload" className="hand-in__title">
        {t('workbook.uploadTitle')}
      </h2>
      <p>{t('workbook.uploadText')}</p>
      {report.may.fill ? (
        <FileDrop
          choices={[{ label: t('workbook.choose'), accept: ACCEPT }]}
          dropText={t('workbook.drop')}
          hint={t('workbook.hint')}
          disabled={busy}
          onFiles={([file]) => {
            if (file !== undefined) void send(file);
          }}
        />
      ) : (
        <Notice tone="neutral">{t('workbook.readOnly')}</Notice>
      )}
      <div role="status" className="workbook__said">
        {busy ? (
          <>
            <Spinner /> {t('workbook.reading', { name: state.name })}
          </>
        ) : null}
      </div>
      {state.kind === 'refused' ? (
        <Notice tone="danger" role="alert" title={t('workbook.refused', { name: state.name })}>
          {state.text}
        </Notice>
      ) : null}
    </section>
  );
}
