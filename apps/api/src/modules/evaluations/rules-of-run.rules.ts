import { rulesVersion } from '@junheng/evaluation-core';
import type { EvaluationRun } from './evaluations.types.ts';

/** By what a run was made, and what is in force now. Hashes are shortened: they are for people to compare. */
export interface ChangedRules {
  readonly editionBefore: string;
  readonly editionNow: string;
  readonly rulesBefore: string;
  readonly rulesNow: string;
}

/** Null where the run would be made in the same way today. Otherwise an explanation made now could say something else than the run did. */
export function changedRules(
  run: Pick<EvaluationRun, 'editionHash' | 'rulesVersion'>,
  editionHash: string,
): ChangedRules | null {
  if (run.editionHash === editionHash && run.rulesVersion === rulesVersion) return null;
  const short = (hash: string) => hash.slice(0, 12);
  return {
    editionBefore: short(run.editionHash),
    editionNow: short(editionHash),
    rulesBefore: run.rulesVersion,
    rulesNow: rulesVersion,
  };
}
