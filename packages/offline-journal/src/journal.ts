import type { JournalEntry } from './journal-entry.ts';

/** The local second line: what one page has typed into one report and not yet had acknowledged. */
export interface Journal {
  /** False where the browser lends no storage: then nothing survives the page, and the person is told. */
  readonly durable: () => Promise<boolean>;
  /** Replaces what this page wrote before; an empty entry removes it. */
  readonly write: (entry: JournalEntry) => Promise<void>;
  /** Takes over what pages that are gone have left for this person and report. May be asked again: pages come and go. */
  readonly adopt: () => Promise<JournalEntry[]>;
  /** Called when a page goes whose entry could not be adopted because it was still there. */
  readonly onLeft: (listener: () => void) => void;
  /** Removes the entries taken over, once what they held is written or acknowledged elsewhere. */
  readonly forgetAdopted: () => Promise<void>;
  /** Lets other pages adopt what this one leaves; nothing is written any more. */
  readonly close: () => void;
}

/** For a browser that lends no storage: nothing survives the page. */
export function memoryJournal(): Journal {
  return {
    durable: () => Promise.resolve(false),
    write: () => Promise.resolve(),
    adopt: () => Promise.resolve([]),
    onLeft: () => undefined,
    forgetAdopted: () => Promise.resolve(),
    close: () => undefined,
  };
}
