import type { QueryClient } from '@tanstack/react-query';
import type { WorkLeft } from '../features/self-report/pages.ts';

/** What the frame needs of the reports' chunk, once it is here. */
export interface SavingWork {
  /** What closing this page would lose. */
  readonly unsentCount: () => number;
  /** What signing out would remove from this device, files and other windows included. */
  readonly unsentWork: (personId: string) => Promise<number>;
  readonly workLeft: () => readonly WorkLeft[];
  readonly onWork: (listener: () => void) => () => void;
  readonly flushAll: () => void;
  readonly allKept: () => Promise<boolean>;
  readonly resumeAll: () => void;
  readonly resumeJournals: (queryClient: QueryClient, personId: string) => Promise<void>;
  readonly forgetAll: (personId: string) => Promise<void>;
}
