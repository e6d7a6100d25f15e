import { RecognitionsService } from '../../modules/recognitions/recognitions.service.ts';
import type { DemoScene } from './demo-scene.ts';

/** Recognised for basic balance years ago, on the day that the county report says. */
export async function recordEarlierRecognition({ people, countyId, get }: DemoScene): Promise<void> {
  const { scope, actor } = people.administrator;
  await get(RecognitionsService).record(scope.narrowedTo('recognitions.record'), actor, countyId, {
    editionId: 'cn-2012-basic-balance',
    step: 'recognised',
    on: '2016-12-20',
    document: '某督〔2016〕12号（演示）',
    issuer: '教育督导委员会（演示）',
    evaluationId: null,
    note: null,
    seen: 0,
  });
}
