import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { EvidenceTarget, Session } from '../../../api/types.ts';
import { proves } from '../model/shown-file.ts';
import type { Upload, UploadQueue } from '../model/upload-queue.ts';
import { uploadsOf } from '../uploads-registry.ts';

/** The queue of the person, and what of it concerns this report and target. */
export function useUploads(
  session: Session,
  reportId: string,
  target: EvidenceTarget | null,
): { readonly queue: UploadQueue; readonly own: readonly Upload[] } {
  const queue = uploadsOf(useQueryClient(), session.personId);
  const uploads = useSyncExternalStore(queue.subscribe, queue.state);
  return {
    queue,
    own: uploads.filter(({ file }) => file.reportId === reportId && (target === null || proves(file, target))),
  };
}
