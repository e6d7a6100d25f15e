import { classNames, Notice, Spinner, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ChangeEvent, type DragEvent } from 'react';
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
  const id = useId();
  const queryClient = useQueryClient();
  const failureText = useFailureText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [over, setOver] = useState(false);
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
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    // The same file can be chosen again after it was mended.
    event.currentTarget.value = '';
    if (file !== undefined) void send(file);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const busy = state.kind === 'reading';
  return (
    <section className="workbook__way" aria-labelledby="workbook-upload">
      <h2 id="workbook-upload" className="hand-in__title">
        {t('workbook.uploadTitle')}
      </h2>
      <p>{t('workbook.uploadText')}</p>
      {report.may.fill ? (
        <div
          className={classNames('workbook-drop', over && 'workbook-drop--over')}
          onDragOver={drag(true)}
          onDragLeave={drag(false)}
          onDrop={(event) => {
            drag(false)(event);
            const file = event.dataTransfer.files[0];
            if (file !== undefined && !busy) void send(file);
          }}
        >
          <span className="workbook-drop__choice">
            <input
              id={id}
              className="workbook-drop__input"
              type="file"
              accept={ACCEPT}
              disabled={busy}
              aria-describedby={`${id}-hint`}
              onChange={chosen}
            />
            <label className="jh-button" htmlFor={id}>
              {t('workbook.choose')}
            </label>
          </span>
          <span className="workbook-drop__or">{t('workbook.drop')}</span>
          <span className="workbook-drop__hint" id={`${id}-hint`}>
            {t('workbook.hint')}
          </span>
        </div>
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
