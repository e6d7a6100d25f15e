import { classNames, useTexts } from '@junheng/ui/plain';
import { useId, useState, type ChangeEvent, type DragEvent } from 'react';
import type { EvidenceList, EvidenceTarget } from '../../../api/types.ts';
import { newFileId } from '../model/new-file-id.ts';
import { ACCEPT, sizeText } from '../model/shown-file.ts';
import type { UploadQueue } from '../model/upload-queue.ts';

export interface FileChooserProps {
  readonly reportId: string;
  readonly target: EvidenceTarget;
  readonly limits: EvidenceList['limits'];
  readonly queue: UploadQueue;
}

/** Drop or choose several; on a phone also the camera. */
export function FileChooser({ reportId, target, limits, queue }: FileChooserProps) {
  const { t } = useTexts('portal');
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    queue.add(
      [...(files ?? [])].map((file) => ({
        id: newFileId(),
        reportId,
        file,
        name: file.name,
        targets: [target],
        uploadId: null,
      })),
    );
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    take(event.currentTarget.files);
    // The same file can be chosen again after it was removed.
    event.currentTarget.value = '';
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={classNames('evidence-drop', over && 'evidence-drop--over')}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <div className="evidence-drop__choices">
        <span className="evidence-drop__choice">
          <input
            id={`${id}-files`}
            className="evidence-drop__input"
            type="file"
            multiple
            accept={ACCEPT}
            aria-describedby={`${id}-hint`}
            onChange={chosen}
          />
          <label className="jh-button jh-button--primary" htmlFor={`${id}-files`}>
            {t('evidence.choose')}
          </label>
        </span>
        <span className="evidence-drop__choice evidence-drop__choice--camera">
          <input
            id={`${id}-camera`}
            className="evidence-drop__input"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={chosen}
          />
          <label className="jh-button" htmlFor={`${id}-camera`}>
            {t('evidence.camera')}
          </label>
        </span>
        <span className="evidence-drop__or">{t('evidence.drop')}</span>
      </div>
      <p className="evidence-drop__hint" id={`${id}-hint`}>
        {t('evidence.hint', { size: sizeText(limits.bytesPerFile) })}
      </p>
    </div>
  );
}
