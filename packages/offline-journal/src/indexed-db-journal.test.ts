import 'fake-indexeddb/auto';
import { describe, expect, it } from '@jest/globals';
import { clearJournals, indexedDbJournal, waitingInJournals } from './indexed-db-journal.ts';
import type { JournalEntry } from './journal-entry.ts';

const entry: JournalEntry = {
  edits: { pupils: { text: '12', value: '12', problem: null, refusal: null, baseRevision: 3, at: 1 } },
  batches: [],
};

describe('the journal in IndexedDB', () => {
  it('gives the next page what the last one left, once', async () => {
    const first = indexedDbJournal('person', 'report');
    await first.write(entry);
    first.close();
    const second = indexedDbJournal('person', 'report');
    expect(await second.adopt()).toEqual([entry]);
    await second.forgetAdopted();
    const third = indexedDbJournal('person', 'report');
    expect(await third.adopt()).toEqual([]);
  });

  it('shows nothing to another person or for another report', async () => {
    const mine = indexedDbJournal('me', 'report');
    await mine.write(entry);
    expect(await indexedDbJournal('you', 'report').adopt()).toEqual([]);
    expect(await indexedDbJournal('me', 'other').adopt()).toEqual([]);
  });

  it('is gone when nothing is unsent, or when the person clears it', async () => {
    const first = indexedDbJournal('p', 'r');
    await first.write(entry);
    await first.write({ edits: {}, batches: [] });
    expect(await indexedDbJournal('p', 'r').adopt()).toEqual([]);
    await first.write(entry);
    await clearJournals('p');
    expect(await indexedDbJournal('p', 'r').adopt()).toEqual([]);
  });

  it('tells what waits on this computer for a person, by report', async () => {
    await indexedDbJournal('waiter', 'one').write(entry);
    await indexedDbJournal('waiter', 'two').write(entry);
    await indexedDbJournal('another', 'three').write(entry);
    const waiting = await waitingInJournals('waiter');
    expect([...waiting].map(([report, cells]) => [report, [...cells]])).toEqual(
      expect.arrayContaining([
        ['one', ['pupils']],
        ['two', ['pupils']],
      ]),
    );
    expect(waiting.size).toBe(2);
  });

  it('writes nothing after it was closed: somebody signed out', async () => {
    const mine = indexedDbJournal('closed', 'report');
    mine.close();
    await mine.write(entry);
    expect((await waitingInJournals('closed')).size).toBe(0);
  });
});
