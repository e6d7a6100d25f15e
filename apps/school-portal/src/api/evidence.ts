import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { Evidence, EvidenceList, EvidenceTarget } from './types.ts';

const inReport = (selfReportId: string) => ({ params: { path: { selfReportId } } });

/** The files of a report, with those taken out again. */
export function evidenceQuery(selfReportId: string) {
  return queryOptions({
    queryKey: ['evidence', 'list', selfReportId],
    queryFn: () => answerOf(client.GET('/api/v1/self-reports/{selfReportId}/evidence', inReport(selfReportId))),
  });
}

/** What the school handed in with its report before this one. */
export function earlierEvidenceQuery(selfReportId: string) {
  return queryOptions({
    queryKey: ['evidence', 'earlier', selfReportId],
    queryFn: () => answerOf(client.GET('/api/v1/self-reports/{selfReportId}/evidence/earlier', inReport(selfReportId))),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** @returns the id of the upload, to which the bytes are sent */
export async function beginUpload(selfReportId: string, size: number): Promise<string> {
  const options = { ...inReport(selfReportId), body: { size } };
  return (await answerOf(client.POST('/api/v1/self-reports/{selfReportId}/evidence-uploads', options))).id;
}

export const uploadUrl = (selfReportId: string, uploadId: string): string =>
  `${location.origin}/api/v1/self-reports/${selfReportId}/evidence-uploads/${uploadId}`;

export async function abandonUpload(selfReportId: string, uploadId: string): Promise<void> {
  await client.DELETE('/api/v1/self-reports/{selfReportId}/evidence-uploads/{uploadId}', {
    params: { path: { selfReportId, uploadId } },
  });
}

/** May be sent again: the same upload gives the same evidence. */
export function addEvidence(
  selfReportId: string,
  file: { readonly uploadId: string; readonly name: string; readonly targets: readonly EvidenceTarget[] },
): Promise<Evidence> {
  const body = { ...file, targets: [...file.targets] };
  return answerOf(client.POST('/api/v1/self-reports/{selfReportId}/evidence', { ...inReport(selfReportId), body }));
}

export function setEvidenceTargets(
  selfReportId: string,
  evidenceId: string,
  targets: readonly EvidenceTarget[],
): Promise<Evidence> {
  return answerOf(
    client.PUT('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}/targets', {
      params: { path: { selfReportId, evidenceId } },
      body: { targets: [...targets] },
    }),
  );
}

export async function removeEvidence(selfReportId: string, evidenceId: string): Promise<void> {
  await client.DELETE('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}', {
    params: { path: { selfReportId, evidenceId } },
  });
}

export function reuseEvidence(
  selfReportId: string,
  evidenceIds: readonly string[],
  targets: readonly EvidenceTarget[],
): Promise<EvidenceList> {
  const body = { evidenceIds: [...evidenceIds], targets: [...targets] };
  return answerOf(
    client.POST('/api/v1/self-reports/{selfReportId}/evidence/reuse', { ...inReport(selfReportId), body }),
  );
}

/** Where the browser gets the bytes; a preview shows images, everything else is saved. */
export const contentUrl = (selfReportId: string, evidenceId: string, as: 'preview' | 'download'): string =>
  `/api/v1/self-reports/${selfReportId}/evidence/${evidenceId}/content?as=${as}`;
