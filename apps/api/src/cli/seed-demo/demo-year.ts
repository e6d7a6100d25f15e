import { openInspection, playSpringInspection } from './demo-inspections.ts';
import { DemoLedger } from './demo-ledger.ts';
import { playLetterOfSpring, playLetterOfAutumn } from './demo-letters.ts';
import { playOpinion } from './demo-opinion.ts';
import { recordEarlierRecognition } from './demo-recognition.ts';
import { assignFailures, correctAndClose, correctBack, proceed, setTargets } from './demo-rectification.ts';
import { keepRegisters, registerLateRotation } from './demo-registers.ts';
import type { OpenedRound } from './demo-rounds.ts';
import type { DemoScene } from './demo-scene.ts';
import { divideWork, remind } from './demo-school-work.ts';
import { playSpecialSupervision } from './demo-special-supervision.ts';
import { setVisitRule, visitLastMonth, visitThisMonth } from './demo-supervision.ts';

/** From the result of last year to this year's round: what failed is worked off, inspected, found anew. In the order of the days. */
export async function playBetweenRounds(scene: DemoScene): Promise<void> {
  await recordEarlierRecognition(scene);
  const ledger = new DemoLedger(scene);
  await assignFailures(scene, ledger);
  await setTargets(scene);
  await correctAndClose(scene, ledger);
  const letter = await playLetterOfSpring(scene, ledger);
  const inspectionId = await playSpringInspection(scene);
  await playOpinion(scene, ledger, inspectionId);
  await correctBack(scene, ledger);
  await letter.goOn();
  await keepRegisters(scene);
  await playSpecialSupervision(scene, ledger);
  await setVisitRule(scene);
  await proceed(scene, ledger);
  await visitLastMonth(scene);
  await playLetterOfAutumn(scene, ledger);
}

/** While this year's round is open. */
export async function playDuringRound(scene: DemoScene, round: OpenedRound): Promise<void> {
  await divideWork(scene, round);
  await remind(scene, round);
  await registerLateRotation(scene);
  await openInspection(scene, round);
  await visitThisMonth(scene);
}
