import type { Recognition, RecordRecognitionRequest } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

export const recognitionsKey = ['recognitions'] as const;

/** Which counties under a region are recognised by which standard, with every step of theirs. */
export const recognitionsQuery = (regionId: string) =>
  queryOptions({
    queryKey: [...recognitionsKey, regionId],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/regions/{regionId}/recognitions', { params: { path: { regionId } }, signal })),
  });

export function recordRecognition(countyId: string, body: RecordRecognitionRequest): Promise<Recognition> {
  return asked(client.POST('/api/v1/counties/{countyId}/recognition-steps', { params: { path: { countyId } }, body }));
}

export function withdrawRecognition(recognitionStepId: string, reason: string): Promise<Recognition> {
  return asked(
    client.POST('/api/v1/recognition-steps/{recognitionStepId}/withdrawal', {
      params: { path: { recognitionStepId } },
      body: { reason },
    }),
  );
}
