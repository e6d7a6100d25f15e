import { figureProblems } from './figure.ts';
import { consistencyFindings, relationWords, statedVerdicts, suspectedCauses } from './result.ts';

/** Every message key of this folder; the same for all editions. */
export const consistencyMessageKeys: readonly string[] = [
  ...statedVerdicts.map((verdict) => `stated-verdict.${verdict}`),
  ...Object.keys(consistencyFindings).map((finding) => `consistency.${finding}`),
  ...suspectedCauses.map((cause) => `suspected-cause.${cause}`),
  ...figureProblems.map((problem) => `figure-problem.${problem}`),
  ...relationWords.map((relation) => `relation.${relation}`),
];
