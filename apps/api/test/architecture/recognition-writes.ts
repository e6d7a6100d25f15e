import { recognitionSchema } from '@junheng/api-contract';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';

const step = {
  editionId: 'cn-2017-quality-balance',
  step: 'self-evaluated',
  on: '2026-03-01',
  document: null,
  issuer: null,
  evaluationId: null,
  note: null,
  seen: 0,
};
const withdrawal = { reason: '录入有误' };

/** A body that passes the schema of each route of recognition. */
export const recognitionBodies: Readonly<Record<string, () => unknown>> = {
  'POST /counties/:countyId/recognition-steps': () => step,
  'POST /recognition-steps/:recognitionStepId/withdrawal': () => withdrawal,
};

/** A step is recorded and taken back. */
export async function walkRecognitions(
  bureau: TestBrowser,
  { county }: TestApi['world'],
  audited: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const recorded = await audited('POST /counties/:countyId/recognition-steps', () =>
    bureau.post(`/counties/${county}/recognition-steps`, step),
  );
  const [last] = recognitionSchema.parse(recorded.body).steps;
  await audited('POST /recognition-steps/:recognitionStepId/withdrawal', () =>
    bureau.post(`/recognition-steps/${last?.id}/withdrawal`, withdrawal),
  );
}
