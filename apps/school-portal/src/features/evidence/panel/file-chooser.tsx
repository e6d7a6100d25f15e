import { FileDrop, useTexts } from '@junheng/ui/plain';
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
  const take = (files: readonly File[]): void =>
    queue.add(
      files.map((file) => ({
        id: newFileId(),
        reportId,
        file,
        name: file.name,
        targets: [target],
        uploadId: null,
      })),
    );
  return (
    <FileDrop
      choices={[
        { label: t('evidence.choose'), accept: ACCEPT, multiple: true, primary: true },
        { label: t('evidence.camera'), accept: 'image/*', camera: true },
      ]}
      dropText={t('evidence.drop')}
      hint={t('evidence.hint', {
        size: sizeText(limits.bytesPerFile),
        files: limits.filesPerReport,
        total: sizeText(limits.bytesPerReport),
      })}
      onFiles={take}
    />
  );
}
