import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Session } from '../../api/types.ts';
import { loadEvidenceParts } from './evidence-parts.ts';
import { countKeptFiles } from './model/kept-files.ts';

/** The form comes first. */
const WARM_UP_MS = 2_500;

/**
 * Shows nothing. Goes on with files that an earlier page left on this device, and fetches the panel while the network is
 * there, so that it opens without one.
 */
export function EvidenceKeeper({ session }: { readonly session: Session }) {
  const queryClient = useQueryClient();
  const { personId } = session;
  useEffect(() => {
    let left = false;
    const begin = async (): Promise<void> => {
      const waiting = await countKeptFiles(personId);
      const parts = await loadEvidenceParts();
      if (!left && waiting > 0) parts.uploadsOf(queryClient, personId);
    };
    const timer = setTimeout(() => void begin().catch(() => undefined), WARM_UP_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [queryClient, personId]);
  return null;
}
