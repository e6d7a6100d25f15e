import { useEffect, useReducer, useState } from 'react';
import { evidenceParts, loadEvidenceParts } from './evidence-parts.ts';

/** Asks for the parts while `wanted`; `again` after they did not come (no network). */
export function useEvidenceParts(wanted: boolean) {
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  const parts = evidenceParts();
  useEffect(() => {
    if (!wanted || parts !== null) return;
    loadEvidenceParts().then(arrived, () => setFailed(true));
  }, [wanted, parts, attempt]);
  const again = (): void => {
    setFailed(false);
    setAttempt((count) => count + 1);
  };
  return { parts, failed, again };
}
