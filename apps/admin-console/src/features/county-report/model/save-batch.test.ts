import { describe, expect, test } from '@jest/globals';
import type { CountyReport } from '@junheng/api-contract';
import { afterRefusal, nextBatch, withSaved, withoutSent, type Drafts } from './save-batch.ts';

const report = {
  revision: 4,
  entries: { 'senior-places': '800' },
  entryRevisions: { 'senior-places': 3 },
  entrySources: { 'senior-places': 'prefilled' },
} as unknown as CountyReport;

const drafts: Drafts = {
  'senior-places': { value: '810', state: 'saving' },
  'senior-places-rural': { value: '90', state: 'saving' },
};
const request = {
  key: 'k',
  changes: [
    { entry: 'senior-places', value: '810', baseRevision: 3 },
    { entry: 'senior-places-rural', value: '90', baseRevision: 0 },
  ],
};

describe('saving entry by entry', () => {
  test('a batch is what waits, each based on what was last seen of it, or on what one decided to overwrite', () => {
    const waiting: Drafts = {
      'senior-places': { value: '810', state: 'waiting' },
      'senior-places-rural': { value: null, state: 'waiting' },
      'rotated-teachers': { value: '1', state: 'refused' },
    };
    expect(nextBatch(report, waiting, { 'senior-places-rural': 7 }, 'k')).toEqual({
      key: 'k',
      changes: [
        { entry: 'senior-places', value: '810', baseRevision: 3 },
        { entry: 'senior-places-rural', value: null, baseRevision: 7 },
      ],
    });
    expect(nextBatch(report, { a: { value: '1', state: 'conflict' } }, {}, 'k')).toBeNull();
  });

  test('a save is in the report at once; what was typed on meanwhile stays to be sent', () => {
    const answer = { revision: 5, saved: { 'senior-places': '810', 'senior-places-rural': null }, savedAt: '' };
    expect(withSaved(report, request, answer)).toMatchObject({
      revision: 5,
      entries: { 'senior-places': '810' },
      entryRevisions: { 'senior-places': 5, 'senior-places-rural': 5 },
      entrySources: { 'senior-places': 'typed' },
    });
    const typedOn: Drafts = { ...drafts, 'senior-places': { value: '811', state: 'waiting' } };
    expect(withoutSent(typedOn, request)).toEqual({ 'senior-places': { value: '811', state: 'waiting' } });
  });

  test('a refusal that names an entry sets that one aside and sends the others again', () => {
    const refused = afterRefusal(drafts, request, {
      code: 'county-report.entry-invalid',
      problems: [{ at: 'senior-places-rural', code: 'not-an-integer' }],
    });
    expect(refused).toEqual({
      'senior-places': { value: '810', state: 'waiting' },
      'senior-places-rural': { value: '90', state: 'refused', problem: 'not-an-integer' },
    });
  });

  test('a conflict shows both values; a refusal that names nothing sets all aside', () => {
    const facts = { mine: '810', theirs: '805', by: '科员乙', revision: 5 };
    const conflict = afterRefusal(drafts, request, {
      code: 'county-report.conflict',
      problems: [{ at: 'senior-places', code: 'county-report.conflict', facts }],
    });
    expect(conflict['senior-places']).toEqual({
      value: '810',
      state: 'conflict',
      theirs: { value: '805', by: '科员乙', revision: 5 },
    });
    const locked = afterRefusal(drafts, request, { code: 'county-report.part-locked', problems: [] });
    expect(Object.values(locked).map(({ state }) => state)).toEqual(['refused', 'refused']);
  });
});
